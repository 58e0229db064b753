#include "check/rule.h"

namespace ims {

const Rule rules::recursive_alias = {.id = RuleId::recursive_alias};

}  // namespace ims
