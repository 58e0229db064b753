// What is true of nearly all records of a kind is one thing to mend, not many: "no obligation says who owns it: 572 of
// 572".
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "diagnostics/rule_book.h"
#include "judge/finding_list.h"
#include "link/graph.h"

namespace ims {

// A rule finds the same in at least 80 % of the records of a kind that it was asked of, and in ten or more.
struct Population {
    RuleId rule{};
    KindId kind;
    // Of what could not be read: what is said of each, and how to mend it; else the rule's page says it of all.
    Message same_message;
    Message same_help;
    std::size_t found = 0;  // records
    std::size_t asked = 0;  // of so many in force
    std::vector<FindingId> members;
};

class Populations {
public:
    Populations() = default;
    [[nodiscard]] std::span<const Population> all() const { return all_; }
    // The place of the population that a finding belongs to.
    [[nodiscard]] std::optional<std::size_t> of(FindingId finding) const;

private:
    friend Populations find_populations(const Graph&, const RuleBook&, const FindingList&,
                                        const std::map<std::pair<RuleId, KindId>, std::size_t>&);
    std::vector<Population> all_;
    std::vector<std::uint32_t> of_;  // by finding; all_.size(): none
};

// "no obligation says who owns it": what is true of them, and the one act that mends it, with the kind in words.
// `arena`: where the arguments are kept.
Message told(const Population& population, const Graph& graph, const RuleBook& rules, Arena& arena);
Message mending(const Population& population, const Graph& graph, const RuleBook& rules, Arena& arena);

// `asked`: see JudgeInput.
Populations find_populations(const Graph& graph, const RuleBook& rules, const FindingList& findings,
                             const std::map<std::pair<RuleId, KindId>, std::size_t>& asked);

}  // namespace ims
