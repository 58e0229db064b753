// The rules that the program has, as tests look them up.
#pragma once

#include "check/rule_set.h"

namespace ims {

inline const RuleSet& built_in_rules() {
    static const RuleSet rules = RuleSet::built_in();
    return rules;
}
inline const RuleBook& built_in_book() { return built_in_rules().book(); }
// An earlier stage than `check` finds it.
inline bool has_no_code(RuleId rule) {
    const RuleCode& code = built_in_rules()[rule].code;
    return code.check_record == nullptr && code.check_folder == nullptr;
}
// It is wrong in a file, a record or a reference by itself, and no rule has to look for it.
inline bool is_of_earlier_stage(const Finding& finding) {
    return has_no_code(finding.rule) || (built_in_book()[finding.rule].family == "records" && !finding.on.known());
}

}  // namespace ims
