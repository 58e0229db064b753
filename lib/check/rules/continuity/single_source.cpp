#include <fmt/format.h>

#include "assess/continuity.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
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

IMS_DEFINE_RULE(single_source) = {
    .kinds = {kinds::supplier},
    .check_record = check,
    .page =
        R"(A process needs a supplier, directly or through what it needs, and nothing is said of the day when the supplier fails:
neither a `workaround` nor `alternatives` stand on the way to it under `needs`, the supplier names no `alternatives`, and
no active risk of business continuity is linked to it. Reported once, on the supplier: high where such a process is
prioritised, else medium. It speaks only where `business-continuity` is in force, and not for processes that this
discipline leaves out or that exclude it under `not_applicable`.

## Why it matters

What only one can deliver stops with that one: through insolvency, fire, strike or a dispute over a bill. ISO 22301 8.2.2
counts partners and suppliers among the dependencies of an activity and 8.3 wants a solution for them; ISO/IEC 27001
A.5.21 looks at the supply chain.

## How to mend it

Name another supplier under `alternatives`, or how long the process can go on without: `workaround` in the entry under its
`needs`. If there is no other, say that you know it: a risk with `disciplines: [business-continuity]` that names the
supplier, with an owner and a decision. To accept it for a while, add an entry to `exceptions` of the supplier with
`rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
inputs: [{item: sweets, from: supplier/wholesaler}]
# file: suppliers/wholesaler.yaml
supplier: wholesaler
title: Wholesaler
provides: Sweets and cards
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
inputs: [{item: sweets, from: supplier/wholesaler}]
# file: suppliers/wholesaler.yaml
supplier: wholesaler
title: Wholesaler
provides: Sweets and cards
alternatives: [cash-and-carry]
# file: suppliers/cash-and-carry.yaml
supplier: cash-and-carry
title: Cash and carry
provides: Sweets
)"};

}  // namespace ims
