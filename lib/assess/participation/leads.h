// Who leads: a discipline, and the whole organisation. Both stand in ims.yaml.
#pragma once

#include <optional>
#include <vector>

#include "link/graph.h"

namespace ims {

// None where nobody is named, or nobody who could be read.
RecordId lead_of(const Graph& graph, Discipline discipline);

// The roles that approve policies and hold the management review, in the order of records.
std::vector<RecordId> top_management(const Graph& graph);

// Whether a role or a person is of top management: one of its roles, a person who holds one, or a role whose one holder
// does. None where nobody can tell, since ims.yaml names no top management, or not all could be read.
std::optional<bool> is_of_the_top(const RecordView& role_or_person);

}  // namespace ims
