// The few causes to be told where only a few can be: on the one page for those who decide.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <vector>

#include "assess/facts/facts.h"
#include "judge/causes.h"
#include "link/graph.h"

namespace ims {

// Places among `causes`, which stand in the order for people. Of a graver grade before those of another; within a grade
// first the most urgent of each cost, so that one sort of trouble does not hide the others: a hazard over the appetite
// or unrated before all else, what is about the system as a whole last; then in the order for people. Those chosen come
// by grade and by what they may cost. No errors, which only say that something cannot be read, nothing of low grade,
// and nothing that was accepted.
std::vector<std::size_t> gravest_by_cost(std::span<const Cause> causes, std::size_t most);

// A risk over the appetite that somebody knowingly retains: no gap, and it may cost something all the same.
struct BorneRisk {
    RecordId risk;
    Cost cost = Cost::none;
};
// The highest first, then by what they may cost.
std::vector<BorneRisk> borne_risks(const Graph& graph, const Facts& facts);

// By what lists of findings are sorted, the worst first: by grade, then what lies between disciplines, then in the
// order of the rules.
std::tuple<int, bool, RuleId> urgency(const Finding& finding, const RuleBook& rules);

}  // namespace ims
