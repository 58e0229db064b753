#include "check/rule.h"

namespace ims {

const Rule rules::conflict_marker = {.id = RuleId::conflict_marker};

}  // namespace ims
