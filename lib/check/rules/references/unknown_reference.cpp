#include "check/rule.h"

namespace ims {

const Rule rules::unknown_reference = {.id = RuleId::unknown_reference};

}  // namespace ims
