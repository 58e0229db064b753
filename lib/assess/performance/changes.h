// Changes: when it is to be seen whether one did what it should.
#pragma once

#include <optional>

#include "base/date.h"
#include "link/graph.h"

namespace ims {

// The day by which a change is to be looked at again: `review_after` from the day it took effect, without one
// `review.every` of ims.yaml. None where it was reviewed since, is held to a day of its own by `review.next`, or where
// that cannot be known.
std::optional<Date> follow_up_due(const RecordView& change);

}  // namespace ims
