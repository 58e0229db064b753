#include "check/rule.h"

namespace ims {

const Rule rules::duplicate_key = {.id = RuleId::duplicate_key};

}  // namespace ims
