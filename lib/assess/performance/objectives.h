// How an objective stands: what its last measurement says of its target. Asked of the record when needed.
#pragma once

#include <cstdint>
#include <optional>

#include "link/graph.h"

namespace ims {

// Which side of the target is good.
enum class Direction : std::uint8_t { unknown, at_least, at_most };
// As it is written; else the way from the baseline to the target.
Direction direction_of(const RecordView& objective);

enum class Progress : std::uint8_t {
    unknown,     // no target, no direction, or nothing measured
    met,         // the last value reaches the target
    on_course,   // not yet, and nothing says that it will not
    off_course,  // at the pace from the first value to the last it will not reach the target by its day; or, with one
                 // value, it is no nearer to the target than the baseline was
    missed,      // its day has passed, and the last value does not reach it
};
Progress progress_of(const RecordView& objective, Date today);

// The value that the measurements so far point to on the objective's day; none without two days and a `due`.
std::optional<double> expected_value(const RecordView& objective, Date today);

// Something is still to be done for it, late or not.
bool has_open_action(const RecordView& objective);

}  // namespace ims
