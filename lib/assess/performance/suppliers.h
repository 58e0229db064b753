// How a supplier was evaluated, discipline by discipline.
#pragma once

#include <vector>

#include "link/graph.h"

namespace ims {

struct LastEvaluation {
    Discipline discipline;
    FieldView entry;  // of `evaluations`
    Date date;
};

struct SupplierEvaluations {
    bool any = false;              // something is written, well or not
    bool certain = true;           // false: it could not be read which disciplines an entry is about
    DisciplineSet evaluated;       // whatever the day and the result
    DisciplineSet not_applicable;  // those that it is excused from
    // The latest of each discipline, in the order of ims.yaml; days after today do not count, and a discipline with a
    // day that is missing or could not be read is left out. Of several on one day the one that is written last.
    std::vector<LastEvaluation> last;
};

SupplierEvaluations evaluations_of(const RecordView& supplier, Date today);

}  // namespace ims
