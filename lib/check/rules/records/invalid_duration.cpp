#include "check/rule.h"

namespace ims {

const Rule rules::invalid_duration = {.id = RuleId::invalid_duration};

}  // namespace ims
