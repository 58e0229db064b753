#include "check/rule.h"

namespace ims {

const Rule rules::missing_field = {.id = RuleId::missing_field};

}  // namespace ims
