// The findings of an analysis as a report tells them: whom they concern, who can mend them, the worst first.
#pragma once

#include <span>
#include <vector>

#include "report/page.h"

namespace ims {

struct Gap {
    const Finding* finding = nullptr;
    RecordId record;  // none where the finding is about the whole folder, or about no record that could be read
    DisciplineSet disciplines;  // those it is about, or else those that its record serves; none: all alike
    RecordId owner;             // who can mend it: the owner of the record, a role's superior, a discipline's lead
};

// By grade, the worst first; within a grade what lies between disciplines first, then in the order of the rules.
std::vector<Gap> collect_gaps(const Page& page);

// The part of `gaps`, as collected, that lies next to its first: of one grade, or of one grade and rule.
std::span<const Gap> same_grade(std::span<const Gap> gaps);
std::span<const Gap> same_rule(std::span<const Gap> gaps);

// Its record by title, or the place where it was found.
Inline where(const Page& page, const Gap& gap);

}  // namespace ims
