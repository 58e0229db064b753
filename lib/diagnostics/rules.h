// Every rule's name as a constant, for stages that report by name. A rule's own file needs none.
#pragma once

#include "diagnostics/rule_id.h"

namespace ims {

enum class RuleId : std::uint16_t {
#define IMS_RULE(identifier, family, grade, fixedness, summary) identifier,
#include "diagnostics/rules.def"
#undef IMS_RULE
};

}  // namespace ims
