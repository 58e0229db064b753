#include "base/assert.h"
#include "check/rule.h"

namespace ims {

const std::vector<const Rule*>& all_rules() {
    static const std::vector<const Rule*> all = {
#define IMS_RULE(identifier, family, grade, fixedness, summary) &rules::identifier,
#include "diagnostics/rules.def"
#undef IMS_RULE
    };
    return all;
}

const Rule& rule(RuleId id) {
    const Rule& found = *all_rules()[static_cast<std::size_t>(id)];
    IMS_ASSERT(found.id == id, "a rule's file defines another rule's id");
    return found;
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
