#include "base/point_in_time.h"

#include <fmt/format.h>

namespace ims {
namespace {

constexpr std::int64_t kMinutesOfDay = 24 * 60;

// Two digits from the front of `text`, up to `highest`.
std::optional<std::int32_t> take_two(std::string_view& text, std::int32_t highest) {
    if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return std::nullopt;
    const std::int32_t number = (text[0] - '0') * 10 + (text[1] - '0');
    if (number > highest) return std::nullopt;
    text.remove_prefix(2);
    return number;
}

bool take_sign(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

// `HH:MM` as minutes.
std::optional<std::int32_t> take_clock(std::string_view& text) {
    const auto hour = take_two(text, 23);
    if (!hour || !take_sign(text, ':')) return std::nullopt;
    const auto minute = take_two(text, 59);
    if (!minute) return std::nullopt;
    return *hour * 60 + *minute;
}

// By its own clock, in minutes from 1970-01-01; of a day alone its end.
std::int64_t on_the_clock(const PointInTime& point) {
    return point.day.days * kMinutesOfDay + (point.minute ? *point.minute : kMinutesOfDay);
}

}  // namespace

std::optional<PointInTime> parse_point_in_time(std::string_view text) {
    const auto day = parse_date(text.substr(0, 10));
    if (!day) return std::nullopt;
    PointInTime point{*day, {}, {}};
    text.remove_prefix(10);
    if (text.empty()) return point;
    if (!take_sign(text, ' ') && !take_sign(text, 'T')) return std::nullopt;
    point.minute = take_clock(text);
    if (!point.minute) return std::nullopt;
    if (take_sign(text, ':') && !take_two(text, 59)) return std::nullopt;
    if (text.empty()) return point;
    take_sign(text, ' ');
    if (take_sign(text, 'Z')) {
        point.offset = 0;
    } else {
        const bool west = text.starts_with('-');
        if (!west && !text.starts_with('+')) return std::nullopt;
        text.remove_prefix(1);
        const auto offset = take_clock(text);
        if (!offset) return std::nullopt;
        point.offset = west ? -*offset : *offset;
    }
    return text.empty() ? std::optional(point) : std::nullopt;
}

std::string to_string(const PointInTime& point) {
    std::string text = to_string(point.day);
    if (point.minute) text += fmt::format(" {:02}:{:02}", *point.minute / 60, *point.minute % 60);
    if (point.offset) {
        const std::int32_t distance = *point.offset < 0 ? -*point.offset : *point.offset;
        text += fmt::format(" {}{:02}:{:02}", *point.offset < 0 ? '-' : '+', distance / 60, distance % 60);
    }
    return text;
}

std::int64_t minutes_between(const PointInTime& from, const PointInTime& to) {
    const std::int64_t shown = on_the_clock(to) - on_the_clock(from);
    return from.offset && to.offset ? shown - (*to.offset - *from.offset) : shown;
}

PointInTime add(const PointInTime& from, Duration duration) {
    constexpr std::int64_t kMinutesOfMonth = 43830;  // as Duration counts it
    const std::int64_t rest = duration.minutes - duration.calendar_months * kMinutesOfMonth;
    PointInTime point = from;
    if (duration.calendar_months > 0)
        point.day = add(from.day, {duration.calendar_months * kMinutesOfMonth, duration.calendar_months});
    std::int64_t clock = on_the_clock(point) + rest;
    const auto last_minute = from.minute ? std::optional<std::int32_t>(kMinutesOfDay - 1) : std::nullopt;
    const std::int64_t latest = on_the_clock({*parse_date("9999-12-31"), last_minute, {}});
    if (clock > latest) clock = latest;
    // The end of a day is the beginning of the next.
    const bool whole = !from.minute && clock % kMinutesOfDay == 0;
    if (whole) clock -= kMinutesOfDay;
    const std::int64_t day = clock >= 0 ? clock / kMinutesOfDay : (clock - kMinutesOfDay + 1) / kMinutesOfDay;
    point.day = {static_cast<std::int32_t>(day)};
    point.minute = whole ? std::nullopt : std::optional(static_cast<std::int32_t>(clock - day * kMinutesOfDay));
    return point;
}

}  // namespace ims
