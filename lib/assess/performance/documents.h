// What sort of thing a document is, and whether it still holds.
#pragma once

#include <optional>

#include "link/graph.h"

namespace ims {

// Tells people what to do, so somebody has to stand behind it: a policy, procedure, form, plan and the like. What
// proves that something was done (record, report), what is kept up daily (register) and what others wrote (external)
// does not.
bool needs_approval(const RecordView& document);

// What proves that something was done stays as it is: nobody looks at it again.
bool needs_review(const RecordView& document);

// The document in force that takes the place of this one.
std::optional<RecordView> successor_of(const RecordView& document);

}  // namespace ims
