// Findings of the family continuity count in that discipline, and an exception may name it.
#pragma once

#include <optional>
#include <span>

#include "check/rule.h"

namespace ims {

// None where an exception of the record accepts it. `grade`: where it is another than the rule's own; `homes`: where it
// is at home, as far as the rule knows. Where the discipline is not in force, the finding is about none.
std::optional<FindingBuilder> continuity_finding(const RecordView& record, const CheckContext& context,
                                                 Reporter& report, Span place, Message message,
                                                 std::optional<Grade> grade = {}, std::span<const Cells> homes = {});

}  // namespace ims
