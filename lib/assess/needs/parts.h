// Processes that are made of others.
#pragma once

#include <vector>

#include "link/graph.h"

namespace ims {

// The active parts of a process (part_of), to any depth, without itself, nearest first; at most about kMostReached.
std::vector<RecordId> parts_of(const Graph& graph, RecordId process);

}  // namespace ims
