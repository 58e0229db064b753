// How an objective stands: what its measurements say of its target. Asked of the record when needed.
#pragma once

#include <cstdint>
#include <optional>

#include "diagnostics/message.h"
#include "link/graph.h"

namespace ims {

// Which side of the target is good.
enum class Direction : std::uint8_t { unknown, at_least, at_most };
// As it is written; else the way from the baseline to the target.
Direction direction_of(const RecordView& objective);

enum class Progress : std::uint8_t {
    unknown,     // nothing can be said: Course::why says why
    met,         // the newest value reaches the target
    on_course,   // not yet, but at the pace so far it will by the objective's day
    off_course,  // at the pace from the first value to the newest it will not
    missed,      // the newest value does not reach it, and its day has passed or it has none (a standing target)
};

struct Course {
    Progress progress = Progress::unknown;
    Message why;  // of what is unknown: "no target", "last measured on …"; else nothing
};

// A target without a day is met or missed at each measurement; one with a day to come is met, or on or off course,
// which two measurements tell. A value that is older than its interval says nothing; where the day has passed, one that
// was older than its interval on that day. `arena`: where the arguments of `why` stand.
Course course_of(const RecordView& objective, Date today, Arena& arena);
Progress progress_of(const RecordView& objective, Date today);

// It has a target and no day: what it asks for is to hold at every measurement.
bool is_standing(const RecordView& objective);

// The value that the measurements so far point to on the objective's day; none without two days and a `due`.
std::optional<double> expected_value(const RecordView& objective, Date today);

// Something is still to be done for it, late or not.
bool has_open_action(const RecordView& objective);

}  // namespace ims
