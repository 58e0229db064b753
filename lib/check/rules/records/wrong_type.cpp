#include "check/rule.h"

namespace ims {

const Rule rules::wrong_type = {.id = RuleId::wrong_type};

}  // namespace ims
