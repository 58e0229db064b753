#include "check/rule.h"

namespace ims {

const Rule rules::control_character = {.id = RuleId::control_character};

}  // namespace ims
