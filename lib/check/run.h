// Runs the rules over the graph and collects what they find.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "check/rule.h"
#include "check/rule_set.h"
#include "diagnostics/stats.h"

namespace ims {

// Appends the findings of all rules that ims.yaml does not turn off and `wanted` names (all where it is empty),
// unsorted. The same whatever the number of jobs. `stats`: where the time of each is added, if anybody asks for it.
void run_rules(const RuleSet& rules, const Graph& graph, const Facts& facts, const std::set<RuleId>& wanted,
               std::size_t jobs, std::vector<Finding>& findings, Stats* stats = nullptr);

}  // namespace ims
