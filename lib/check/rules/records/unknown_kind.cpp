#include "check/rule.h"

namespace ims {

const Rule rules::unknown_kind = {.id = RuleId::unknown_kind};

}  // namespace ims
