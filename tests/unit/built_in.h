// The rules that the program has, as tests look them up.
#pragma once

#include "check/rule_set.h"

namespace ims {

inline const RuleSet& built_in_rules() {
    static const RuleSet rules = RuleSet::built_in();
    return rules;
}
inline const RuleBook& built_in_book() { return built_in_rules().book(); }

}  // namespace ims
