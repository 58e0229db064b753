#include "assess/performance/suppliers.h"
#include "check/at_home.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::rejected_supplier_in_use {
namespace {

namespace own = fields::supplier;

// What could take its place: approved in the latest evaluation of each discipline that it was rejected in.
std::vector<RecordId> approved_alternatives(const RecordView& supplier, DisciplineSet rejected, Date today) {
    std::vector<RecordId> out;
    for (const RecordView other : supplier.linked(own::alternatives)) {
        if (!other.active()) continue;
        DisciplineSet approved;
        for (const LastEvaluation& each : evaluations_of(other, today).last) {
            if (each.entry[own::evaluations.result].word() == "approved") approved.add(each.discipline);
        }
        if (rejected.without(approved).empty()) out.push_back(other.record());
    }
    return out;
}

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    DisciplineSet rejected;
    const std::vector<LastEvaluation> last = evaluations_of(supplier, context.today).last;
    for (const LastEvaluation& each : last) {
        if (each.entry[own::evaluations.result].word() == "rejected") rejected.add(each.discipline);
    }
    if (last.empty()) return report.not_asked(supplier);
    if (rejected.empty()) return;
    const auto processes = context.facts.processes_needing(supplier.record());
    if (processes.empty()) return;
    const std::vector<Cells> homes = where_used(supplier, context);
    rejected = report.excepted(supplier, rejected, {}, homes);
    if (rejected.empty()) return;

    const LastEvaluation* first = nullptr;
    for (const LastEvaluation& each : last) {
        if (rejected.has(each.discipline) && (first == nullptr || each.date < first->date)) first = &each;
    }
    auto finding = report.about(supplier, rejected, first->entry[own::evaluations.result].span(),
                                "supplier {} was rejected in {:12} and is still needed", supplier, rejected);
    finding.field("evaluations").cells(homes, rejected);
    finding.note("rejected on {}", first->date);
    finding.note("{0:a process needs|processes need} it: {0:4}", processes);
    const std::vector<RecordId> others = approved_alternatives(supplier, rejected, context.today);
    if (!others.empty())
        finding.note("approved in the same and named [[under `alternatives`|as able to take over]]: {:4}", others);
    finding.help(
        "let the processes use another supplier; or, once this one has improved, evaluate it again[[ and add the "
        "result to `evaluations`]]");
}

}  // namespace ims::rules::rejected_supplier_in_use
