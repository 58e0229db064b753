#include "check/rule.h"

namespace ims {

const Rule rules::too_deep = {.id = RuleId::too_deep};

}  // namespace ims
