// What an exception accepts, as messages tell it, and how one goes.
#pragma once

#include <optional>

#include "check/rule.h"

namespace ims {

// What the findings of a rule or a family say, behind "it accepts": for editors the name, "`vacant-role`"; for readers
// "that a role has no holder", "all findings on risks".
Message told_accepted(const FieldView& rule, const RuleBook& rules, Arena& arena);

// Takes an exception out of its record, once its time is over. None where that is left to people: what they decided for
// longer, or for good, stays theirs though it accepts nothing today, and where something is misspelt or unread nobody
// knows what it would accept.
std::optional<Fix> fix_that_withdraws(const RecordView& record, const FieldView& exception, const CheckContext& context,
                                      Arena& arena);

}  // namespace ims
