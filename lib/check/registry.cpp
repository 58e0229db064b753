#include "check/rule.h"

namespace ims {

namespace rules {
#define IMS_RULE(identifier, family, grade, fixedness, summary) extern const Rule identifier;
#include "diagnostics/rules.def"
#undef IMS_RULE
}  // namespace rules

const Rule& rule(RuleId id) {
    static constexpr const Rule* kAll[] = {
#define IMS_RULE(identifier, family, grade, fixedness, summary) &rules::identifier,
#include "diagnostics/rules.def"
#undef IMS_RULE
    };
    return *kAll[static_cast<std::size_t>(id)];
}

std::string_view example_settings() {
    return R"(organisation: Example
disciplines:
  quality: {}
  environment: {}
  health-and-safety: {}
  information-security: {}
  business-continuity: {}
)";
}

}  // namespace ims
