#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "check/at_home.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "check/words.h"
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
    const std::string most = visible(demand.may_lose.text());
    const std::string every = visible(loss.written.text());
    const std::vector<Cells> homes =
        where_awaited(record, process.record(), context, [&](const RecordView& other, const Need&) {
            const auto rpo = other[fields::process::continuity][fields::process::continuity.rpo].duration();
            return rpo && *loss.time > *rpo;
        });
    auto finding =
        continuity_finding(record, context, report, loss.written.span(),
                           fmt::format("{} {}, and process {} may lose no more than {} of work", kind_and_id(record),
                                       loss.backup ? fmt::format("is backed up every {}", every)
                                                   : fmt::format("may lose {} of data", every),
                                       ticked(process), most),
                           {}, homes);
    if (!finding) return;
    finding->field(loss.backup ? "backup.every" : "recovery.data_loss");
    finding->label(demand.may_lose.span(), "the rpo");
    finding->help(
        loss.backup
            ? fmt::format("back it up at least every {}, or ask whether the process can lose more (`rpo`)", most)
            : fmt::format("agree on no more than {}, or ask whether the process can lose more (`rpo`)", most));
}

}  // namespace ims::rules::backup_misses_rpo
