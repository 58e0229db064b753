// Why the evaluation of a supplier weighs more in some disciplines, in words; for the rules on suppliers.
#pragma once

#include <span>
#include <vector>

#include "assess/concerns/supplier_concerns.h"
#include "check/rule.h"

namespace ims {

// How near concerns come to a supplier that these processes need.
std::vector<SupplierTie> ties_of(const RecordView& supplier, std::span<const RecordId> processes,
                                 const CheckContext& context);

struct TieSets {
    DisciplineSet grave;  // in which its people, or what it was trusted with, may come to harm
    DisciplineSet named;  // … or else in which a concern names it, or what it provides or handles
};
TieSets sets_of(std::span<const SupplierTie> ties);

// The one that comes first among those of a discipline; null where there is none.
const SupplierTie* nearest(std::span<const SupplierTie> ties, Discipline discipline);

// What is to be written of an evaluation in these disciplines: "`{disciplines: [quality], date: …, result: …}` with …".
Message evaluation_to_write(DisciplineSet disciplines, Arena& arena);

// "works on site under the high hazard `forklift-hits-person` of site `hall`"; "is named by the risk `host-fails`".
Message told(const SupplierTie& tie, const RecordView& supplier, const CheckContext& context, Arena& arena);

}  // namespace ims
