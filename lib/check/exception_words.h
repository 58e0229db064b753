// What an exception accepts, as messages tell it.
#pragma once

#include "check/rule.h"

namespace ims {

// What the findings of a rule or a family say, behind "it accepts": for editors the name, "`vacant-role`"; for readers
// "that a role has no holder", "all findings on risks".
Message told_accepted(const FieldView& rule, const RuleBook& rules, Arena& arena);

}  // namespace ims
