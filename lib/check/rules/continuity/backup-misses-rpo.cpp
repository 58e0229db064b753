#include "assess/recovery/continuity.h"
#include "check/at_home.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "schema/fields.h"

namespace ims::rules::backup_misses_rpo {

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    const Demand& demand = context.facts.recovery().demand(record.record());
    if (!demand.may_lose_for.known()) return report.not_asked(record);
    const DataLoss loss = data_loss(record);
    // What an asset takes from its provider is reported there.
    if (!loss.time) return report.not_asked(record);
    if (*loss.time <= *demand.may_lose.duration() || loss.stated_by != record.record()) return;
    const RecordView process = context.graph[demand.may_lose_for];
    const auto most = plain(demand.may_lose);
    const auto lost = plain(loss.written);
    const Message what = kind_and_id(record, report.arena());
    const std::vector<Cells> homes =
        where_awaited(record, process.record(), context, [&](const RecordView& other, const Need&) {
            const auto rpo = other[fields::process::continuity][fields::process::continuity.rpo].duration();
            return rpo && *loss.time > *rpo;
        });
    auto finding = continuity_finding(
        record, context, report, loss.written.span(),
        loss.backup
            ? report.say("{} is backed up [[every|at intervals of]] {}, [[and|but]] process {} may lose no more "
                         "than {} of work",
                         what, lost, process, most)
            : report.say("{} may lose {} of data, [[and|but]] process {} may lose no more than {} of work", what, lost,
                         process, most),
        {}, homes);
    if (!finding) return;
    finding->field(loss.backup ? "backup.every" : "recovery.data_loss");
    finding->label(demand.may_lose.span(), "the [[rpo|recovery point objective]]");
    finding->help(
        loss.backup
            ? report.say("back it up at [[least every {0}|intervals of {0} at most]], or ask whether the process can "
                         "lose more[[ (`rpo`)]]",
                         most)
            : report.say(
                  "agree on [[|a loss of ]]no more than {}, or ask whether the process can lose more[[ (`rpo`)]]",
                  most));
}

}  // namespace ims::rules::backup_misses_rpo
