#include "check/rule.h"

namespace ims {

const Rule rules::unreadable_file = {.id = RuleId::unreadable_file};

}  // namespace ims
