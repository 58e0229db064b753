#include "check/rule_set.h"

#include "base/assert.h"

namespace ims {

RuleSet RuleSet::built_in() { return {RuleBook::built_in(), built_in_code(), built_in_pages()}; }

Rule RuleSet::operator[](RuleId rule) const {
    const auto place = static_cast<std::size_t>(rule);
    IMS_ASSERT(place < code_.size() && place < pages_.size(), "a rule was asked for that the set does not have");
    return {book_[rule], code_[place], pages_[place]};
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
