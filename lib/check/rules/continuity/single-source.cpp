#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "check/at_home.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::single_source {
namespace {

// The process stands still for as long as the supplier does: whether that is too long, slow-dependency tells.
bool is_too_slow(const RecordView& supplier, const RecordView& process, const Recovery& recovery) {
    namespace own = fields::process;
    const auto time = recovery.effective(supplier.record()).time;
    const FieldView block = process[own::continuity];
    const auto rto = block[own::continuity.rto].duration();
    const auto mtpd = block[own::continuity.mtpd].duration();
    return time && ((rto && *time > *rto) || (mtpd && *time > *mtpd));
}

// Like the process that is named, it can neither bridge the time nor turn to another.
bool stands_still(const RecordView& process, const Need& need) {
    namespace own = fields::process;
    const bool bridged = need.entry && (need.entry[own::needs.workaround] || need.entry[own::needs.alternatives]);
    return !bridged && continuity_concerns(process);
}

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const Demand& demand = context.facts.recovery().demand(supplier.record());
    if (!demand.stands_still.known() || !continuity_discipline(context.settings)) return report.not_asked(supplier);
    if (context.graph.may_be_unread(kinds::risk) || has_way_out(supplier)) return;
    const RecordView process = context.graph[demand.stands_still];
    const bool prioritised = is_prioritised(process);
    auto finding = continuity_finding(supplier, context, report, supplier.id_span(),
                                      fmt::format("{}process {} has nothing to fall back on if supplier {} fails",
                                                  prioritised ? "prioritised " : "", ticked(process), ticked(supplier)),
                                      prioritised ? Grade::high : Grade::medium,
                                      where_awaited(supplier, process.record(), context, stands_still));
    if (!finding) return;
    finding->label(process.id_span(), "the process");
    finding->because(is_too_slow(supplier, process, context.facts.recovery()) ? process.record() : supplier.record());
    if (demand.through != process.record())
        finding->note(fmt::format("it needs the supplier through {}", kind_and_id(context.graph[demand.through])));
    finding->help(
        fmt::format("name who could take over (`alternatives` of the supplier), how long the process can do without it "
                    "(`needs: [{{what: supplier/{}, workaround: 2 d}}]`), or look at it as a risk with `disciplines: "
                    "[business-continuity]` and `suppliers: [{}]`",
                    supplier.id(), supplier.id()));
}

}  // namespace ims::rules::single_source
