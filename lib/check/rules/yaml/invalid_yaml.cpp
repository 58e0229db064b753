#include "check/rule.h"

namespace ims {

const Rule rules::invalid_yaml = {.id = RuleId::invalid_yaml};

}  // namespace ims
