// A point in time as users write it: a day, or a day and a time of day. No clock here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace ims {

// A day alone means its end where hours count. Without an offset the clock is the organisation's.
struct PointInTime {
    Date day;
    std::optional<std::int32_t> minute;  // of the day, from 0 to 1439; none: a day alone
    std::optional<std::int32_t> offset;  // of the clock from UTC, in minutes, east is positive; none: not said
    bool operator==(const PointInTime&) const = default;
};

// `YYYY-MM-DD`, or with a time of day behind a blank or `T`: `2026-03-01 14:30`; seconds are read and dropped. An
// offset may follow the time: `+01:00` or `Z`. None for anything else, and for days and times that do not exist.
std::optional<PointInTime> parse_point_in_time(std::string_view text);
// As people write it: `2026-03-01 14:30 +01:00`.
std::string to_string(const PointInTime& point);

// Minutes from one to the other, negative where the second is earlier. Where only one names its offset, both are taken
// to be read from the same clock.
std::int64_t minutes_between(const PointInTime& from, const PointInTime& to);
// Months and years are those of the calendar, the rest counts to the minute: by the clock where an offset is named,
// else as clocks show it. From a day alone it is a day alone where whole days are added. Requires: a year from 0001 to
// 9999.
PointInTime add(const PointInTime& from, Duration duration);

}  // namespace ims
