#include "check/rule.h"

namespace ims {

const Rule rules::invalid_date = {.id = RuleId::invalid_date};

}  // namespace ims
