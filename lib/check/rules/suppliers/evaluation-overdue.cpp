#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "assess/dates/intervals.h"
#include "assess/performance/suppliers.h"
#include "base/text.h"
#include "check/at_home.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::evaluation_overdue {
namespace {

namespace own = fields::supplier;

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const FieldView every = supplier[own::evaluate_every];
    if (every.invalid()) return;
    const SupplierEvaluations evaluations = evaluations_of(supplier, context.today);
    if (evaluations.last.empty()) return report.not_asked(supplier);
    std::vector<LastEvaluation> late;
    DisciplineSet overdue;
    for (const LastEvaluation& each : evaluations.last) {
        if (evaluations.not_applicable.has(each.discipline)) continue;
        if (is_current(each.date, every.duration(), context.settings, context.today)) continue;
        late.push_back(each);
        overdue.add(each.discipline);
    }
    if (overdue.empty()) return;
    const std::vector<Cells> homes = where_used(supplier, context);
    const DisciplineSet missed = report.excepted(supplier, overdue, {}, homes);
    if (missed.empty()) return;

    std::erase_if(late, [&](const LastEvaluation& each) { return !missed.has(each.discipline); });
    const auto oldest = std::ranges::min_element(late, {}, &LastEvaluation::date);
    auto finding = report.about(supplier, missed, oldest->entry[own::evaluations.date].span(),
                                fmt::format("the evaluation of supplier {} in {} is overdue", ticked(supplier),
                                            join_names(context.settings.names(missed), Ticks::no, 12)));
    finding.field("evaluations").cells(homes, missed);
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

}  // namespace ims::rules::evaluation_overdue
