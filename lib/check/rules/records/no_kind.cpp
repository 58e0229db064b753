#include "check/rule.h"

namespace ims {

const Rule rules::no_kind = {.id = RuleId::no_kind};

}  // namespace ims
