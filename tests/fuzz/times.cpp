#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/point_in_time.h"
#include "fuzz/targets.h"
#include "schema/scalar_value.h"
#include "schema/slips.h"
#include "schema/value.h"

namespace ims::fuzz {
namespace {

constexpr std::int64_t kDay = 24 * 60;
constexpr std::int64_t kMonth = 43830;  // minutes, as Duration counts it

// What a duration prints, `1 y 2 months 3 h`, read again part by part.
std::optional<Duration> sum_of_parts(std::string_view text) {
    Duration sum;
    while (!text.empty()) {
        const std::size_t unit = text.find(' ');
        if (unit == std::string_view::npos) return std::nullopt;
        const std::size_t end = text.find(' ', unit + 1);
        const auto part = parse_duration(text.substr(0, end));
        if (!part) return std::nullopt;
        sum.minutes += part->minutes;
        sum.calendar_months += part->calendar_months;
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return sum;
}

std::string flaw_of_date(std::string_view text) {
    const auto date = parse_date(text);
    if (date && to_string(*date) != text) return "a date prints as another: " + to_string(*date);
    return {};
}

std::string flaw_of_point(std::string_view text) {
    const auto point = parse_point_in_time(text);
    if (parse_date(text) && (!point || point->minute || point->offset)) return "a date is no point in time";
    if (!point) return {};
    const std::string printed = to_string(*point);
    if (parse_point_in_time(printed) != point) return "a point in time prints as another: " + printed;
    if (minutes_between(*point, *point) != 0) return "it is not at the same time as itself";
    if (!point->minute) return {};
    Value value;
    value.type = ValueType::point_in_time;
    value.payload = Value::pack(*point);
    if (value.point_in_time() != *point)
        return "a point in time is kept as another: " + to_string(value.point_in_time());
    return {};
}

std::string flaw_of_duration(std::string_view text) {
    const auto duration = parse_duration(text);
    if (!duration) return {};
    if (duration->minutes < 0 || duration->calendar_months < 0) return "a duration is negative";
    if (duration->calendar_months * kMonth > duration->minutes) return "its months are longer than it is";
    const std::string printed = to_string(*duration);
    const auto again = sum_of_parts(printed);
    if (!again || again->minutes != duration->minutes || again->calendar_months != duration->calendar_months)
        return "a duration prints as another: " + printed;
    if (const auto packed = Value::pack(*duration)) {
        Value value;
        value.type = ValueType::duration;
        value.payload = *packed;
        if (value.duration().minutes != duration->minutes ||
            value.duration().calendar_months != duration->calendar_months)
            return "a duration is kept as another: " + to_string(value.duration());
    }
    return {};
}

// What messages offer for a text that cannot be read is read.
std::string flaw_of_guesses(std::string_view text) {
    static const Vocabulary none;
    static const ReadRules rules{Schema::built_in(), none};
    for (const ScalarType type :
         {ScalarType::date, ScalarType::point_in_time, ScalarType::duration, ScalarType::whole, ScalarType::number}) {
        Shape shape;
        shape.scalar = type;
        Arena arena;
        if (scalar_value(shape, text, rules)) continue;
        const auto slip = find_slip({shape, text, rules}, arena);
        if (!slip) continue;
        for (const std::string& offered : slip->texts) {
            if (!slip->is_list && !slip->one_is_due && !scalar_value(shape, offered, rules))
                return "what is offered cannot be read either: " + offered;
        }
    }
    return {};
}

std::string flaw_of_sum(const PointInTime& point, Duration duration) {
    const std::string shown = to_string(point) + " and " + to_string(duration);
    static const Date last = *parse_date("9999-12-31");
    const Date day = add(point.day, duration);
    if (day < point.day || day > last) return "a later day is earlier, or beyond all days: " + shown;
    const PointInTime later = add(point, duration);
    if (later.day < point.day || later.day > last) return "a later time is earlier, or beyond all days: " + shown;
    if (later.offset != point.offset) return "the clock is another: " + shown;
    if (minutes_between(point, later) < 0) return "a later time lies before: " + shown;
    const std::int64_t rest = duration.minutes - duration.calendar_months * kMonth;
    if (!point.minute && rest % kDay == 0 && (later.minute || later.day != day))
        return "by whole days another day is reached: " + shown;
    if (duration.calendar_months == 0 && later.day < last && minutes_between(point, later) != rest)
        return "another time lies between: " + shown;
    return {};
}

}  // namespace

std::string times(std::string_view input) {
    std::vector<PointInTime> points;
    std::vector<Duration> durations;
    while (!input.empty()) {
        const std::size_t end = input.find('\n');
        const std::string_view line = input.substr(0, end);
        input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
        for (const auto check : {flaw_of_date, flaw_of_point, flaw_of_duration, flaw_of_guesses}) {
            if (std::string flaw = check(line); !flaw.empty()) return flaw;
        }
        if (const auto point = parse_point_in_time(line)) points.push_back(*point);
        if (const auto duration = parse_duration(line)) durations.push_back(*duration);
    }
    for (std::size_t index = 0; index < points.size() && !durations.empty(); ++index) {
        if (std::string flaw = flaw_of_sum(points[index], durations[index % durations.size()]); !flaw.empty())
            return flaw;
    }
    return {};
}

}  // namespace ims::fuzz
