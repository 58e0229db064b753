// Who leads: a discipline, and the whole organisation. Both stand in ims.yaml.
#pragma once

#include <vector>

#include "link/graph.h"

namespace ims {

// None where nobody is named, or nobody who could be read.
RecordId lead_of(const Graph& graph, Discipline discipline);

// The roles that approve policies and hold the management review, in the order of records.
std::vector<RecordId> top_management(const Graph& graph);

}  // namespace ims
