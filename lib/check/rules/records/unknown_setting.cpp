#include "check/rule.h"

namespace ims {

const Rule rules::unknown_setting = {.id = RuleId::unknown_setting};

}  // namespace ims
