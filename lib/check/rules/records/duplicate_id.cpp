#include "check/rule.h"

namespace ims {

const Rule rules::duplicate_id = {.id = RuleId::duplicate_id};

}  // namespace ims
