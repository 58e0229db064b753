#include "diagnostics/stats.h"

namespace ims {

void Stats::ran(RuleId rule, std::uint64_t nanoseconds) {
    RuleStats& stats = rules_[rule];
    stats.ran = true;
    stats.nanoseconds += nanoseconds;
}

void Stats::found(std::vector<Finding> findings, const RuleBook& rules, const Names& names,
                  const std::function<Stage(const Finding&)>& stage_of) {
    sort_and_deduplicate(findings, rules, names);
    for (const Finding& finding : findings) {
        ++findings_[index(stage_of(finding))];
        ++rules_[finding.rule].findings;
    }
}

}  // namespace ims
