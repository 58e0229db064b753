// Runs the rules over the graph and collects what they find.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "check/rule.h"
#include "check/rule_set.h"
#include "diagnostics/stats.h"

namespace ims {

// What was found, unsorted.
struct Found {
    std::vector<Finding> told;
    std::size_t earlier = 0;      // how many of these, the first ones, earlier stages found
    std::vector<Finding> untold;  // accepted, or of rules that are turned off: no list shows them, every picture counts
    std::vector<Arena> said;      // where their messages stand
    // How many records in force of a kind a rule was asked of; of rules that look at records one by one.
    std::map<std::pair<RuleId, KindId>, std::size_t> asked;
};

// Runs every rule: what is not to be told is marked as such. Draft records are not in force: only what is broken in
// them is looked for. The same whatever the number of jobs. `stats`: where the time of each is added, if anybody asks
// for it.
// `before`: what earlier stages found, which comes first among what is told; ims.yaml grades it like the rest.
Found run_rules(const RuleSet& rules, const Graph& graph, const Facts& facts, const Jobs& jobs,
                std::vector<Finding> before = {}, Stats* stats = nullptr);

// Why what a rule finds is not told, whatever the record. A grade that ims.yaml gives it beats the profile.
Silence silence_of(const RuleEntry& rule, const RuleBook& rules, const Settings& settings);

}  // namespace ims
