// Which processes rely on a thing: the needs of processes, followed the other way.
#pragma once

#include <vector>

#include "assess/facts.h"

namespace ims {

// Processes in force that need an asset, site or supplier, directly or through what they need, nearest first. Looks at
// no more than Facts::kMostNeeds records.
std::vector<RecordId> processes_using(const Graph& graph, const Facts& facts, RecordId needed);

}  // namespace ims
