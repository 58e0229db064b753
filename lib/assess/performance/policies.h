// Policies: documents in which top management says what the organisation wants in a discipline.
#pragma once

#include <optional>

#include "link/graph.h"

namespace ims {

// An active document of type policy that was approved.
bool is_approved_policy(const RecordView& document);

// Whether the one who approved a document is of top management (is_of_the_top). None where nobody can tell.
std::optional<bool> approved_from_the_top(const RecordView& document);

}  // namespace ims
