#include <fmt/format.h>

#include "assess/suppliers.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::supplier;

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    if (!supplier.active()) return;
    const SupplierEvaluations evaluations = evaluations_of(supplier, context.today);
    if (evaluations.any) return;

    // What it matters for; all that is in force where nothing is known of that.
    DisciplineSet wanted;
    std::vector<RecordId> core;
    const auto processes = context.facts.processes_needing(supplier.record());
    for (const RecordId process : processes) {
        wanted |= context.facts.process(process)->concerned;
        if (context.graph[process].word(fields::process::type) == "core") core.push_back(process);
    }
    wanted = wanted.without(evaluations.not_applicable);
    if (wanted.empty()) wanted = context.settings.in_force().without(evaluations.not_applicable);
    const bool critical = supplier.says_yes(own::critical);
    const Grade grade = critical || !core.empty() ? Grade::high : Grade::medium;
    const DisciplineSet missed = report.excepted(supplier, wanted, grade);
    if (missed.empty()) return;

    auto finding = report.about(supplier, missed, supplier.id_span(),
                                fmt::format("supplier `{}` was never evaluated", visible(supplier.id())));
    finding.grade(grade).field("evaluations");
    if (critical) finding.note("it is marked `critical`");
    if (!core.empty()) {
        finding.note(fmt::format("{} it: {}", core.size() == 1 ? "a core process needs" : "core processes need",
                                 join_names(ids_of(context.graph, core), Ticks::yes, 4)));
    } else if (!processes.empty()) {
        finding.note(fmt::format("{} it: {}", processes.size() == 1 ? "a process needs" : "processes need",
                                 join_names(ids_of(context.graph, processes), Ticks::yes, 4)));
    }
    finding.help(
        fmt::format("evaluate it and write what came of it under `evaluations`: `{{disciplines: [{}], date: …, result: "
                    "…}}` with `approved`, `conditional` or `rejected`",
                    fmt::join(context.settings.names(missed), ", ")));
}

}  // namespace

IMS_DEFINE_RULE(supplier_unevaluated) = {
    .kinds = {kinds::supplier},
    .check_record = check,
    .page =
        R"(A supplier has no entry under `evaluations`: no evidence was found that anybody ever judged it, in any discipline. High
where the supplier is marked `critical` or a core process needs it, medium otherwise. It takes the place of
`supplier-misses-discipline`, which speaks of suppliers that were evaluated in some disciplines and not in others. Drafts
are not looked at, nor a supplier that says under `not_applicable` why no discipline in force concerns it.

## Why it matters

What a supplier gets wrong, customers get wrong from you: spoiled goods, lost data, an accident in your yard. Suppliers
are to be evaluated and selected by criteria of your own before they are relied upon, and looked at again while they
work for you: ISO 9001 8.4.1, ISO 14001 8.1, ISO 45001 8.1.4, ISO/IEC 27001 A.5.19 to A.5.22, ISO 22301 8.3.

## How to mend it

Judge it in the disciplines that it matters for; one joint evaluation can serve them all. Write `disciplines`, `date` and
`result` (`approved`, `conditional` or `rejected`) under `evaluations`. If you no longer use it, say `status: retired`.
A discipline that does not concern it goes under `not_applicable` with the reason.

To accept it for a while, add an entry to `exceptions` with `rule: supplier-unevaluated`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
type: core
inputs: [{item: sweets, from: [supplier/wholesaler]}]
# file: suppliers/wholesaler.yaml
supplier: wholesaler
title: The wholesaler
provides: Sweets and cards
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
type: core
inputs: [{item: sweets, from: [supplier/wholesaler]}]
# file: suppliers/wholesaler.yaml
supplier: wholesaler
title: The wholesaler
provides: Sweets and cards
evaluations: [{disciplines: [quality, environment], date: 2026-02-10, result: approved}]
)"};

}  // namespace ims
