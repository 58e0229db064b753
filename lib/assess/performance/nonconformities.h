// How far what went wrong is mended: correction, cause, action, and the check whether the action worked.
#pragma once

#include <optional>

#include "base/date.h"
#include "link/graph.h"

namespace ims {

// A major or minor one: what was asked for was not met. Of an observation or opportunity neither cause nor action is
// asked for.
bool is_lapse(const RecordView& nonconformity);

// Its action was due, and is not said to be done.
bool is_action_overdue(const RecordView& nonconformity, Date today);

// The day by which somebody has to look whether the action worked: the one that is set, or `review.soon` of ims.yaml
// after it was done, so that it can show. None where there is nothing to look at yet, where somebody has looked since,
// or where that cannot be read.
std::optional<Date> effectiveness_due(const RecordView& nonconformity, Date today);

// In force, and nothing says that it is over: of a lapse that its action was effective, of another that it was done.
bool is_open(const RecordView& nonconformity);

}  // namespace ims
