// Whether anybody acts on what was back too late, in an exercise or an incident.
#pragma once

#include <optional>

#include "base/date.h"
#include "link/graph.h"

namespace ims {

// The last day on which a miss would be taken up; none: a miss of no day is. A nonconformity that names the process and
// business continuity is open, and its action was not in vain: of any day; or its action was found effective: until
// that day. Where continuity is not in force, no nonconformity can name it: the process is enough. Looks at all that
// names the process: once for each, not for each of its misses.
std::optional<Date> taken_up_until(const RecordView& process);

// The process was ever seen to be back: an exercise that was held, or an incident up to today, gives a time.
bool was_ever_shown(const RecordView& process, Date today);

}  // namespace ims
