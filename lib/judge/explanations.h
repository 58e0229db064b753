// Which findings are there only because of others: a role that nobody holds has no deputy either. As the rules' pages
// say
// (`explains`), held against what the findings are about.
#pragma once

#include <span>
#include <vector>

#include "diagnostics/rule_book.h"
#include "judge/finding_list.h"
#include "judge/homes.h"
#include "link/graph.h"

namespace ims {

class Explanations {
public:
    Explanations() = default;

    // The findings that explain a finding together, each one part of it (some of its disciplines, some of its clauses);
    // none where anything of it is left to be told. Accepted ones explain too, since what follows from them is known;
    // those of rules that are turned off do not.
    [[nodiscard]] std::span<const FindingId> of(FindingId finding) const;

    // The other way round: what is explained by it, alone or together with others.
    [[nodiscard]] std::span<const FindingId> from(FindingId finding) const;

private:
    friend Explanations find_explanations(const Graph&, const Facts&, const RuleBook&, const FindingList&,
                                          const Homes&);
    std::vector<std::uint32_t> starts_;  // by finding, one more at the end
    std::vector<FindingId> by_;
    std::vector<std::uint32_t> effect_starts_;  // the same
    std::vector<FindingId> effects_;
};

// Linear in findings and the links of their records. Nothing explains itself, however long the way: the build refuses
// rules that explain each other in a circle.
Explanations find_explanations(const Graph& graph, const Facts& facts, const RuleBook& rules,
                               const FindingList& findings, const Homes& homes);

}  // namespace ims
