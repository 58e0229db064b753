// What processes ask of the things they need; see Demand. A part of assess_recovery.
#pragma once

#include "assess/recovery.h"

namespace ims {

// Requires: own and effective recovery of all records.
void assess_demand(const Graph& graph, Recovery& recovery);

}  // namespace ims
