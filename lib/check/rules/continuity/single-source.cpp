#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::single_source {

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const Demand& demand = context.facts.recovery().demand(supplier.record());
    if (!demand.stands_still.known() || !continuity_discipline(context.settings)) return;
    if (context.graph.may_be_unread(kinds::risk) || has_way_out(supplier)) return;
    const RecordView process = context.graph[demand.stands_still];
    const bool prioritised = is_prioritised(process);
    auto finding = continuity_finding(supplier, context, report, supplier.id_span(),
                                      fmt::format("{}process {} has nothing to fall back on if supplier {} fails",
                                                  prioritised ? "prioritised " : "", ticked(process), ticked(supplier)),
                                      prioritised ? Grade::high : Grade::medium);
    if (!finding) return;
    finding->label(process.id_span(), "the process");
    if (demand.through != process.record())
        finding->note(fmt::format("it needs the supplier through {}", kind_and_id(context.graph[demand.through])));
    finding->help(
        fmt::format("name who could take over (`alternatives` of the supplier), how long the process can do without it "
                    "(`needs: [{{what: supplier/{}, workaround: 2 d}}]`), or look at it as a risk with `disciplines: "
                    "[business-continuity]` and `suppliers: [{}]`",
                    supplier.id(), supplier.id()));
}

}  // namespace ims::rules::single_source
