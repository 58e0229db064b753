#include "assess/performance/suppliers.h"

#include <algorithm>
#include <optional>

#include "schema/fields.h"

namespace ims {
namespace {

void add_entry(const FieldView& entry, Date today, std::vector<std::optional<LastEvaluation>>& last,
               DisciplineSet& undated, SupplierEvaluations& out) {
    const FieldView disciplines = entry[fields::supplier::evaluations.disciplines];
    if (!disciplines || disciplines.invalid()) {
        out.certain = false;
        return;
    }
    const auto date = entry[fields::supplier::evaluations.date].date();
    for (const FieldView item : disciplines.children()) {
        const auto discipline = item.discipline();
        if (!discipline) {
            out.certain = false;
            continue;
        }
        out.evaluated.add(*discipline);
        if (!date) {
            undated.add(*discipline);
            continue;
        }
        std::optional<LastEvaluation>& slot = last[discipline->index()];
        if (*date <= today && (!slot || *date >= slot->date)) slot = LastEvaluation{*discipline, entry, *date};
    }
}

}  // namespace

SupplierEvaluations evaluations_of(const RecordView& supplier, Date today) {
    const Settings& settings = supplier.graph().settings();
    SupplierEvaluations out;
    const FieldView evaluations = supplier[fields::supplier::evaluations];
    out.any = static_cast<bool>(evaluations);
    out.certain = !evaluations.invalid();
    std::vector<std::optional<LastEvaluation>> last(settings.disciplines.size());
    DisciplineSet undated;
    for (const FieldView entry : evaluations.children()) add_entry(entry, today, last, undated, out);
    for (const auto& each : last) {
        if (each && !undated.has(each->discipline)) out.last.push_back(*each);
    }
    out.not_applicable = settings.keys_of(supplier[fields::supplier::not_applicable]);
    return out;
}

}  // namespace ims
