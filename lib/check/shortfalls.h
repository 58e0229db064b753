// What keeps the controls of a risk from holding it, as messages say it.
#pragma once

#include "assess/risks/risk.h"
#include "link/graph.h"

namespace ims {

// Why nobody can tell how high a risk stands, or why its residual rating does not count: the gravest of them, and how
// many more there are. Requires: there is one, or ims.yaml lets nothing be rated.
Message told_shortfalls(const RiskFacts& risk, const Graph& graph, Arena& arena);

}  // namespace ims
