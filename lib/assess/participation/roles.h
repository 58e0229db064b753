// What roles take over from other roles.
#pragma once

#include <vector>

#include "link/graph.h"

namespace ims {

// The roles in force that a role includes, to any depth, nearest first, without itself; a circle ends.
std::vector<RecordId> included_roles(const Graph& graph, RecordId role);

}  // namespace ims
