#include "check/rule.h"

namespace ims {

const Rule rules::unknown_field = {.id = RuleId::unknown_field};

}  // namespace ims
