// The id of a record that is begun.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "link/graph.h"

namespace ims {

// Where most records of a kind are numbered, the number after their highest, written as theirs are: `RISK-013` after
// `RISK-012`. None where they are called by words. A year at the end is no number.
std::optional<std::string> next_number(const Graph& graph, KindId kind);

// The first of `id-2`, `id-3`, … that no record of the kind has; of a number the next free one: `RISK-014`.
std::string nearest_free_id(const Graph& graph, KindId kind, std::string_view id);

// A record of the kind whose id is this one but for capitals, which many file systems do not tell apart.
std::optional<RecordId> same_but_for_capitals(const Graph& graph, KindId kind, std::string_view id);

// An id made of a title: `till-stolen`; empty where nothing of it can stand in one.
std::string id_of_title(std::string_view title);

// What people may call a record of this id, until they say so themselves: "Till stolen" for `till-stolen`. An id that
// is a number stays as it is.
std::string title_of_id(std::string_view id);

}  // namespace ims
