// When records are to be looked at again.
#pragma once

#include <optional>

#include "base/date.h"
#include "link/graph.h"

namespace ims {

// The day by which a record's review is due: `review.next`, or else last + every (its own, or that of ims.yaml). None
// where it was never reviewed and no day is set, or where that cannot be read.
std::optional<Date> review_due(const RecordView& record);

}  // namespace ims
