// Calendar dates and durations as users write them. No clock here: today is always handed in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ims {

// A day of the calendar, counted from 1970-01-01. Always a day that exists.
struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;
};

// `YYYY-MM-DD` and nothing else; none for a day that does not exist (2025-02-29), nor for the year 0000.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);

// A length of time: `minutes` where it is compared, and calendar months beside it where it is added to a date.
// A month counts 30.4375 days in `minutes`. 0 is a value; unknown is an empty optional.
struct Duration {
    std::int64_t minutes = 0;          // all of it, months included
    std::int32_t calendar_months = 0;  // the part written in whole months or years; 0 where decimals were used
    bool operator==(const Duration& other) const { return minutes == other.minutes; }
    auto operator<=>(const Duration& other) const { return minutes <=> other.minutes; }
};

// A number (decimals allowed, no sign, no exponent) and a unit: `30 min`, `4 h`, `2 d`, `1 w`, `6 months`, `1 y`;
// the blank may be left out; `minutes`, `hours`, … and the singulars are read, so is ISO 8601 (`PT4H`, `P6M`, `P1Y2M`,
// `PT90S`). A part of a minute counts as a minute: 0 means something else than little. None for anything else, and for
// what does not fit a hundred thousand years.
std::optional<Duration> parse_duration(std::string_view text);

// As people write it: `4 h`, `2 d`, `6 months`, `1 h 30 min`; the largest units that say it exactly, weeks only alone.
std::string to_string(Duration duration);

// A month or year is a calendar month or year (2026-01-31 + 1 month = 2026-02-28); the rest counts as whole days,
// rounded up. Ends at 9999-12-31: what is due later is due on that day. Requires: a year from 0001 to 9999.
Date add(Date date, Duration duration);

}  // namespace ims
