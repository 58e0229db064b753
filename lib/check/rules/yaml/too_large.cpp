#include "check/rule.h"

namespace ims {

const Rule rules::too_large = {.id = RuleId::too_large};

}  // namespace ims
