#include <fmt/format.h>

#include "assess/continuity.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static bool may_be_concerned_unread(const Graph& graph) {
    // A part that was not read may bring its concerns.
    for (const KindId kind : {kinds::risk, kinds::obligation, kinds::objective, kinds::asset, kinds::site,
                              kinds::supplier, kinds::process}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

static void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ProcessFacts* facts = context.facts.process(process.record());
    if (facts == nullptr || may_be_concerned_unread(context.graph)) return;
    const bool core = process.word(fields::process::type) == "core";
    const Grade grade = core ? Grade::high : Grade::medium;
    DisciplineSet unaddressed = facts->must_address.without(facts->concerned).without(facts->not_applicable);
    // A core process that says nothing of continuity is asked for more than a word: impact-analysis-incomplete tells
    // it.
    if (const ImpactAnalysis analysis = impact_analysis(process); analysis.asked && analysis.silent)
        unaddressed = unaddressed.without(continuity_only(context.settings));
    const DisciplineSet missed = report.excepted(process, unaddressed, grade);
    if (missed.empty()) return;
    const std::vector<std::string> names = context.settings.names(missed);
    report
        .about(process, missed, process.id_span(),
               fmt::format("{}process `{}` does not address {}", core ? "core " : "", process.id(),
                           join_names(names, Ticks::no, 12)))
        .grade(grade)
        .note("no risk, obligation or objective of " +
              std::string(names.size() > 1 ? "these disciplines" : "this discipline") +
              " is linked to it, to a part of it, or to an asset, site or supplier that it needs")
        .help(fmt::format("link one (on a risk with `disciplines: [{}]`: `processes: [{}]`), or say why not: "
                          "`not_applicable: {{{}: reason}}`",
                          names.front(), process.id(), names.front()));
}

IMS_DEFINE_RULE(discipline_unaddressed) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process has nothing to do with a discipline that is in force: no active risk of any type, no obligation that
applies and no objective of that discipline is linked to the process, to a part of it, or to an asset, site or supplier
that it needs, and no reason is given why the discipline does not concern it. For business continuity a `continuity`
block counts too; of a core process without one `impact-analysis-incomplete` speaks. Reported as high for core processes,
as medium for others; one finding a process names all the disciplines that it misses. A discipline whose `processes` in
ims.yaml leave out the type of the process is not asked for.

## Why it matters

Every management system standard wants its risks and duties determined where the work is done, not in a register beside
it: ISO 9001 4.4.1 and 6.1, ISO 14001 6.1.2, ISO 45001 6.1.2.1, ISO/IEC 27001 6.1.2, ISO 22301 8.2. What nobody looked
at in a process is found by the auditor, the accident or the customer.

## How to mend it

Ask of the process what could go wrong, harm people or the environment, leak or stop, and link what you find: `processes`
on the risk, obligation or objective, or `risks`, `obligations`, `objectives` on the process. If the discipline really
does not concern it, say so with a reason under `not_applicable`. To accept the gap for a while, add an entry to
`exceptions` of the process with `rule`, `disciplines`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
type: core
not_applicable: {environment: paper order forms only, health-and-safety: desk work, business-continuity: orders can wait a week}
# file: risks/wrong-order.yaml
risk: wrong-order
title: An order is written down wrongly
disciplines: [quality]
processes: [take-orders]
)",
    .good = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
type: core
not_applicable: {environment: paper order forms only, health-and-safety: desk work, business-continuity: orders can wait a week}
# file: risks/wrong-order.yaml
risk: wrong-order
title: An order is written down wrongly
disciplines: [quality]
processes: [take-orders]
# file: risks/addresses-seen.yaml
risk: addresses-seen
title: Customers' addresses are seen by others
disciplines: [information-security]
processes: [take-orders]
)"};

}  // namespace ims
