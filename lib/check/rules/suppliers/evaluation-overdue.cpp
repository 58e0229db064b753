#include <algorithm>
#include <map>

#include "assess/dates/intervals.h"
#include "assess/performance/suppliers.h"
#include "check/at_home.h"
#include "check/rule.h"
#include "check/supplier_words.h"
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
                                "the evaluation of supplier {} in {:12} is overdue", supplier, missed);
    finding.field("evaluations").cells(homes, missed);
    std::map<Date, DisciplineSet> by_day;
    for (const LastEvaluation& each : late) by_day[each.date].add(each.discipline);
    for (const auto& [day, disciplines] : by_day) {
        finding.note("{:12}: evaluated on {}, due again on {}", disciplines, day,
                     *due_after(day, every.duration(), context.settings));
    }
    finding.note(
        every ? report.say("[[`evaluate_every` of the supplier says|the interval set for it is]] {}", *every.duration())
              : report.say("[[it gives no `evaluate_every`, so `review.every` of ims.yaml holds|no interval is set for "
                           "it, so the usual one holds]]: {}",
                           context.settings.review_every));
    finding.help("evaluate it again and [[add what came of it to `evaluations`|record what came of it]]: {}",
                 evaluation_to_write(missed, report.arena()));
}

}  // namespace ims::rules::evaluation_overdue
