#include "check/rule.h"

namespace ims {

const Rule rules::wrong_kind_reference = {.id = RuleId::wrong_kind_reference};

}  // namespace ims
