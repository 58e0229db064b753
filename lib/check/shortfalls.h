// What keeps the controls of a risk from holding it, as messages say it.
#pragma once

#include <string>

#include "assess/risks/risk.h"
#include "link/graph.h"

namespace ims {

// "control `walk-round` was found ineffective on 2026-05-11"
std::string told(const Shortfall& shortfall, const Graph& graph);
// Why nobody can tell how high a risk stands, or why its residual rating does not count: the gravest of them, and how
// many more there are. Requires: there is one, or ims.yaml lets nothing be rated.
std::string told_shortfalls(const RiskFacts& risk, const Graph& graph);

}  // namespace ims
