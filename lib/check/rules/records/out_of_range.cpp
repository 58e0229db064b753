#include "check/rule.h"

namespace ims {

const Rule rules::out_of_range = {.id = RuleId::out_of_range};

}  // namespace ims
