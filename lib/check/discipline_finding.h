// Findings whose rule knows which disciplines they are about, though it does not look for gaps discipline by
// discipline.
#pragma once

#include <optional>
#include <span>

#include "check/rule.h"

namespace ims {

// A finding that counts in these disciplines, and that an exception may accept for one of them. None where exceptions
// of the record accept it for all. Without disciplines it is about none in particular. `grade`: where it is another
// than the rule's own; `homes`: where it is at home, as far as the rule knows.
std::optional<FindingBuilder> discipline_finding(const RecordView& record, DisciplineSet disciplines, Reporter& report,
                                                 Span place, Message message, std::optional<Grade> grade = {},
                                                 std::span<const Cells> homes = {});

}  // namespace ims
