// What people are told: one line for each cause. What follows from a cause is told with it, what is true of a whole
// population once.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "assess/facts/facts.h"
#include "diagnostics/rule_book.h"
#include "judge/explanations.h"
#include "judge/finding_list.h"
#include "judge/homes.h"
#include "judge/populations.h"
#include "link/graph.h"

namespace ims {

struct Cause {
    // The findings that it consists of: one; of twins and of a population those that are seen. The first stands for
    // all.
    std::vector<FindingId> members;
    // What is found only because of it, in the order of findings.
    std::vector<FindingId> explains;
    std::optional<std::size_t> population;  // its place in Judgement::populations
    bool accepted = false;                  // by an exception: what follows from it is told all the same
    Grade grade = Grade::low;               // the worst of all of them
    bool about_system = false;
    Cost cost = Cost::none;
    bool grave_hazard = false;  // a hazard over the appetite, or one that nobody rated
    std::size_t cells = 0;      // in how many cells of the matrix its members are at home
    RecordId owner;             // who can mend it; none: nobody is named
    [[nodiscard]] FindingId first() const { return members.front(); }
};

// In the order for people: what cannot be read; then by grade, within a grade the whole system first, then by what it
// may cost, then by the number of cells, then by path. `shown`: whether a finding is seen in this view. What is not
// explains nothing, so that what follows from it speaks for itself; but what is accepted does.
std::vector<Cause> find_causes(const Graph& graph, const Facts& facts, const RuleBook& rules,
                               const FindingList& findings, const Homes& homes, const Explanations& explanations,
                               const Populations& populations, const std::function<bool(FindingId)>& shown);

// Whether a finding says that something could not be read or trusted: broken YAML, a wrong value.
bool is_unread(const Finding& finding, const RuleBook& rules);

}  // namespace ims
