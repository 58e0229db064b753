#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "assess/intervals.h"
#include "assess/suppliers.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::supplier;

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const FieldView every = supplier[own::evaluate_every];
    if (!supplier.active() || every.invalid()) return;
    const SupplierEvaluations evaluations = evaluations_of(supplier, context.today);
    std::vector<LastEvaluation> late;
    DisciplineSet overdue;
    for (const LastEvaluation& each : evaluations.last) {
        if (evaluations.not_applicable.has(each.discipline)) continue;
        if (is_current(each.date, every.duration(), context.settings, context.today)) continue;
        late.push_back(each);
        overdue.add(each.discipline);
    }
    const DisciplineSet missed = report.excepted(supplier, overdue);
    if (missed.empty()) return;

    std::erase_if(late, [&](const LastEvaluation& each) { return !missed.has(each.discipline); });
    const auto oldest = std::ranges::min_element(late, {}, &LastEvaluation::date);
    auto finding = report.about(supplier, missed, oldest->entry[own::evaluations.date].span(),
                                fmt::format("the evaluation of supplier `{}` in {} is overdue", visible(supplier.id()),
                                            join_names(context.settings.names(missed), Ticks::no, 12)));
    finding.field("evaluations");
    std::map<Date, DisciplineSet> by_day;
    for (const LastEvaluation& each : late) by_day[each.date].add(each.discipline);
    for (const auto& [day, disciplines] : by_day) {
        finding.note(fmt::format("{}: evaluated on {}, due again on {}",
                                 join_names(context.settings.names(disciplines), Ticks::no, 12), to_string(day),
                                 to_string(*due_after(day, every.duration(), context.settings))));
    }
    finding.note(every ? fmt::format("`evaluate_every` of the supplier says {}", to_string(*every.duration()))
                       : fmt::format("it gives no `evaluate_every`, so `review.every` of ims.yaml holds: {}",
                                     to_string(context.settings.review_every)));
    finding.help(fmt::format(
        "evaluate it again and add what came of it to `evaluations`: `{{disciplines: [{}], date: …, result: "
        "…}}` with `approved`, `conditional` or `rejected`",
        fmt::join(context.settings.names(missed), ", ")));
}

}  // namespace

IMS_DEFINE_RULE(evaluation_overdue) = {
    .kinds = {kinds::supplier},
    .check_record = check,
    .page =
        R"(A supplier was evaluated, and the day on which the next evaluation was due has passed. The interval is `evaluate_every` of
the supplier, or `review.every` of `ims.yaml`. Each discipline is counted by itself, from its latest entry under
`evaluations`; one finding a supplier names all that are overdue. Due today is not overdue. Days after today do not count,
and a discipline under `not_applicable` is not asked for.

## Why it matters

Suppliers change: owners, staff, subcontractors, data centres, prices of what they buy themselves. An approval of years
ago says little about today. Re-evaluation and monitoring of suppliers is asked for by ISO 9001 8.4.1, ISO/IEC 27001
A.5.22, ISO 45001 8.1.4 and ISO 14001 8.1.

## How to mend it

Look at what the supplier delivered since, judge it anew and add an entry to `evaluations`; keep the old ones, they show
the history. If it need not be looked at so often, say so in `evaluate_every: 3 y`. If a discipline does not concern it any
more, take the old evaluation out and give the reason under `not_applicable`.

To accept it for a while, add an entry to `exceptions` with `rule: evaluation-overdue`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: suppliers/wholesaler.yaml
supplier: wholesaler
title: The wholesaler
provides: Sweets and cards
evaluate_every: 1 y
evaluations: [{disciplines: [quality], date: 2024-02-10, result: approved}]
)",
    .good = R"(# file: suppliers/wholesaler.yaml
supplier: wholesaler
title: The wholesaler
provides: Sweets and cards
evaluate_every: 1 y
evaluations:
  - {disciplines: [quality], date: 2024-02-10, result: approved}
  - {disciplines: [quality], date: 2026-02-03, result: approved}
)"};

}  // namespace ims
