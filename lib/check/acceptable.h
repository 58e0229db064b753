// What an exception of a record may accept.
#pragma once

#include "diagnostics/rule_book.h"

namespace ims {

// Errors that make records untrustworthy cannot be accepted, nor can what is wrong with an exception itself.
bool can_be_accepted(const RuleEntry& rule);

}  // namespace ims
