// Whether anybody acts on what failed.
#pragma once

#include <optional>
#include <span>

#include "base/date.h"
#include "link/graph.h"

namespace ims {

// At least one of them is in force.
bool any_active(const LinkedRecords& records);

// A nonconformity may be about what was found on that day: one that was closed before was about something else.
bool is_about(const RecordView& nonconformity, Date found);

// A nonconformity acts on what failed with an asset on that day, and is still open or not older than the failure. No
// nonconformity names an asset: it names one of the `users`, processes that need it, or an incident with it raised it.
bool is_followed_up(const RecordView& asset, std::optional<Date> failed, std::span<const RecordId> users);

// What was done about a nonconformity had no effect, and neither a new action nor a nonconformity that repeats it
// follows.
bool is_left_ineffective(const RecordView& nonconformity);

}  // namespace ims
