#include "check/rule.h"

namespace ims {

const Rule rules::tag = {.id = RuleId::tag};

}  // namespace ims
