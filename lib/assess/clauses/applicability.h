// What a statement of applicability leaves open, and what puts its controls into practice. Asked when needed.
#pragma once

#include <vector>

#include "assess/clauses/clauses.h"
#include "link/graph.h"

namespace ims {

// The active controls and documents that a decision names, and the active records that name the clause itself; in their
// order, each once.
std::vector<RecordId> put_into_practice(const Graph& graph, const Decision& decision, const Clause& clause);

// The controls that a decision says apply and that nothing puts into practice. A heading's decision leaves out those
// that have one of their own. None where what could not be read might do it.
std::vector<std::size_t> not_in_practice(const Graph& graph, const StandardFacts& standard, const ClauseNaming& naming);

// The controls of the annex that no active statement decides on, nor this one, which may be a draft.
std::vector<std::size_t> undecided(const Graph& graph, const StandardFacts& standard, RecordId statement);

}  // namespace ims
