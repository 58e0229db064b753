// A rule's page: what it finds, why that matters, an example with what is said of it, the same mended, what to do.
#pragma once

#include <string>

#include "output/format.h"

namespace ims {

// What the example's finding says comes from a real run over it.
std::string explain_rule(const RuleSet& rules, RuleId rule, const Style& style);

}  // namespace ims
