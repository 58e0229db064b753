#include "check/rule.h"

namespace ims {

const Rule rules::unknown_discipline = {.id = RuleId::unknown_discipline};

}  // namespace ims
