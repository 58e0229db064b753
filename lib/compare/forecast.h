// What will be found on days to come if nobody changes a record: the folder as it is, looked at on later days. A day on
// which something appears is the first on which a check would find it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "engine/analyze.h"

namespace ims {

// A finding that is not there the day before, or not as grave.
struct Foreseen {
    Date day;                   // the first on which it is found so
    Finding finding;            // as of that day
    std::string fingerprint;    // see judge/fingerprint.h
    std::optional<Grade> was;   // it only gets worse then: its grade the day before
    std::optional<Date> until;  // the first later day on which it is not found any more; none: it stays
    [[nodiscard]] bool worse() const { return was.has_value(); }
};

struct Forecast {
    Date last;                       // the last day that was looked at
    std::vector<Foreseen> foreseen;  // by day; of one day in the order of findings
    std::size_t days_looked_at = 0;  // how many days were analysed for it
    std::vector<Arena> said;         // where the messages stand
};

inline constexpr std::int32_t kForecastDays = 90;
inline constexpr std::int32_t kMostForecastDays = 3660;

// From the day of the analysis, which outlives the result, so many days on. Between two days that find the same nothing
// is looked at: no rule speaks up and falls silent again within a week, and leaves no trace. Throws Stopped where it
// was stopped.
Forecast foresee(const Analysis& now, std::int32_t days, const Jobs& jobs);

}  // namespace ims
