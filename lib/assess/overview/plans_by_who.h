// Which plans give somebody something to do, found once for all who may ask.
#pragma once

#include <map>
#include <vector>

#include "link/graph.h"

namespace ims {

// By role or person: the active plans that call them, have them in the team or do a step, or for which they answer; in
// the order of records, each once. Linear in what the plans say.
std::map<RecordId, std::vector<RecordId>> plans_by_who(const Graph& graph);

}  // namespace ims
