#include "check/rule.h"

namespace ims {

const Rule rules::not_utf_8 = {.id = RuleId::not_utf_8};

}  // namespace ims
