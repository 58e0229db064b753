// What a statement of applicability leaves open, and what puts its controls into practice. Asked when needed.
#pragma once

#include <span>
#include <vector>

#include "assess/clauses/clauses.h"
#include "link/graph.h"

namespace ims {

// The active controls and documents that a decision names, and the active records that name the clause itself; in their
// order, each once.
std::vector<RecordId> put_into_practice(const Graph& graph, const Decision& decision, const Clause& clause);

// Of each clause, how long the longest number is by which a statement decides on it; 0: it says nothing of it.
std::vector<std::size_t> longest_numbers(const Graph& graph, const StandardFacts& standard, RecordId statement);

// The controls that a decision says apply and that nothing puts into practice. A heading's decision leaves out those
// that have one of their own. None where what could not be read might do it. `longest`: of the statement that decides.
std::vector<std::size_t> not_in_practice(const Graph& graph, const StandardFacts& standard, const ClauseNaming& naming,
                                         std::span<const std::size_t> longest);

// The controls of the annex that no active statement decides on, nor this one, which may be a draft.
std::vector<std::size_t> undecided(const Graph& graph, const StandardFacts& standard, RecordId statement);

}  // namespace ims
