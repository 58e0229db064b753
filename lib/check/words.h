// Names of records as messages say them: between backticks, nothing unsafe in them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "link/graph.h"

namespace ims {

// `cashier`
std::string ticked(const RecordView& record);
// As it is written where a role or a person may stand: `cashier`, `person/p-05`.
std::string ticked_holder(const RecordView& role_or_person);
// Ids for join_names, which puts them between backticks.
std::vector<std::string_view> ids_of(const Graph& graph, std::span<const RecordId> records);

// "its interval is 6 months": its own, or that of ims.yaml.
std::string told_interval(const FieldView& every, const Settings& settings);

}  // namespace ims
