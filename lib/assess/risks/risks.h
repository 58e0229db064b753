// How all risks stand, and under which conditions hazards and aspects are looked at.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "assess/disciplines/disciplines.h"
#include "assess/records/record_index.h"
#include "assess/risks/risk.h"
#include "base/date.h"
#include "base/parallel.h"
#include "link/graph.h"

namespace ims {

class Risks {
public:
    Risks() = default;  // of no records
    // `by_place`: what is known of each risk, in the order of records; `places`: see RecordIndex::by_kind.
    Risks(const Graph& graph, RecordIndex places, std::vector<RiskFacts> by_place);

    // Requires: a risk that could be read.
    [[nodiscard]] const RiskFacts& operator[](RecordId risk) const;
    // Under which conditions the hazards, or the aspects, of a process and of its sites are looked at.
    [[nodiscard]] Considered considered(const RecordView& process, RiskType type) const;
    [[nodiscard]] const Considered& considered_at(const RecordView& site, RiskType type) const;

private:
    [[nodiscard]] Considered own_considered(const RecordView& process_or_site, RiskType type) const;
    const Graph* graph_ = nullptr;
    RecordIndex places_;
    std::vector<RiskFacts> risks_;                       // by place among risks
    std::vector<std::array<Considered, 2>> considered_;  // by place among sites: hazards, aspects
};

// On `today`; linear in risks and what they name.
Risks assess_risks(const Graph& graph, const Disciplines& disciplines, const RecordIndex& places, Date today,
                   const Jobs& jobs);

}  // namespace ims
