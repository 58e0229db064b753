// What keeps the controls of a risk from holding it, as messages say it.
#pragma once

#include <string>

#include "assess/risks/risk.h"
#include "link/graph.h"

namespace ims {

// "control `walk-round` was found ineffective on 2026-05-11"
std::string told(const Shortfall& shortfall, const Graph& graph);
// The gravest of a risk, and how many more there are. Requires: there is one.
std::string told_shortfalls(const RiskFacts& risk, const Graph& graph);

}  // namespace ims
