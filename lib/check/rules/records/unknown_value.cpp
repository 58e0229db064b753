#include "check/rule.h"

namespace ims {

const Rule rules::unknown_value = {.id = RuleId::unknown_value};

}  // namespace ims
