#include "check/rule.h"

namespace ims {

const Rule rules::invalid_id = {.id = RuleId::invalid_id};

}  // namespace ims
