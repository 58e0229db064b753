// Runs the rules over the graph and collects what they find.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "check/rule.h"

namespace ims {

// Appends the findings of all rules that ims.yaml does not turn off and `wanted` names (all where it is empty),
// unsorted. The same whatever the number of jobs.
void run_rules(const Graph& graph, const Facts& facts, const std::set<RuleId>& wanted, std::size_t jobs,
               std::vector<Finding>& findings);

}  // namespace ims
