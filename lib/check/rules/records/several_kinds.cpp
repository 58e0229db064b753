#include "check/rule.h"

namespace ims {

const Rule rules::several_kinds = {.id = RuleId::several_kinds};

}  // namespace ims
