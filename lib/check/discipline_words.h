// Disciplines one by one, for a list that is to be pasted.
#pragma once

#include <vector>

#include "base/discipline_set.h"

namespace ims {

// In the order of ims.yaml: for `listed_by(Joined::by_commas, each_of(disciplines))`.
inline std::vector<Discipline> each_of(DisciplineSet disciplines) {
    std::vector<Discipline> each;
    each.reserve(disciplines.size());
    for (const Discipline discipline : disciplines) each.push_back(discipline);
    return each;
}

}  // namespace ims
