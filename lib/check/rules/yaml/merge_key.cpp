#include "check/rule.h"

namespace ims {

const Rule rules::merge_key = {.id = RuleId::merge_key};

}  // namespace ims
