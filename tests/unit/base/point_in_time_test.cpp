#include "base/point_in_time.h"

#include <doctest/doctest.h>

#include "schema/value.h"

namespace ims {
namespace {

PointInTime at(std::string_view text) {
    const auto point = parse_point_in_time(text);
    REQUIRE_MESSAGE(point.has_value(), text);
    return *point;
}

std::string later(std::string_view from, std::string_view by) { return to_string(add(at(from), *parse_duration(by))); }

TEST_CASE("a point in time is a day, or a day with a time and perhaps an offset") {
    CHECK(to_string(at("2026-03-01")) == "2026-03-01");
    CHECK(to_string(at("2026-03-01 14:30")) == "2026-03-01 14:30");
    CHECK(to_string(at("2026-03-01T14:30:59")) == "2026-03-01 14:30");
    CHECK(to_string(at("2026-03-01 14:30+01:00")) == "2026-03-01 14:30 +01:00");
    CHECK(to_string(at("2026-03-01T14:30Z")) == "2026-03-01 14:30 +00:00");
    CHECK(to_string(at("2026-03-01 14:30 -09:30")) == "2026-03-01 14:30 -09:30");
    for (const char* wrong :
         {"", "2026-02-30", "2026-03-01 ", "2026-03-01 24:00", "2026-03-01 14:60", "2026-03-01 2:30",
          "2026-03-01 14:30 +1", "2026-03-01 14:30 pm", "2026-03-01+01:00", "14:30"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_point_in_time(wrong));
    }
}

TEST_CASE("time is counted by the clock, and a day alone counts as its end") {
    constexpr std::int64_t kHour = 60;
    CHECK(minutes_between(at("2026-03-01 10:00"), at("2026-03-02 09:00")) == 23 * kHour);
    CHECK(minutes_between(at("2026-03-01"), at("2026-03-02 00:00")) == 0);
    CHECK(minutes_between(at("2026-03-01 23:00"), at("2026-03-01")) == kHour);
    CHECK(minutes_between(at("2026-03-02"), at("2026-03-01")) == -24 * kHour);
    // Over a change of the clock: where both offsets are known, the hour that is missing is not counted.
    CHECK(minutes_between(at("2026-03-28 12:00 +01:00"), at("2026-03-29 12:00 +02:00")) == 23 * kHour);
    CHECK(minutes_between(at("2026-03-28 12:00"), at("2026-03-29 12:00")) == 24 * kHour);
    CHECK(minutes_between(at("2026-03-28 12:00 +01:00"), at("2026-03-29 12:00")) == 24 * kHour);
}

TEST_CASE("what is added to a point in time counts to the minute, months by the calendar") {
    CHECK(later("2026-03-01 14:30", "24 h") == "2026-03-02 14:30");
    CHECK(later("2026-03-01 14:30 +01:00", "30 min") == "2026-03-01 15:00 +01:00");
    CHECK(later("2026-03-01", "72 h") == "2026-03-04");
    CHECK(later("2026-03-01", "4 h") == "2026-03-02 04:00");
    CHECK(later("2026-01-31 08:00", "1 month") == "2026-02-28 08:00");
    CHECK(later("2026-01-31", "1 month") == "2026-02-28");
    CHECK(later("9999-12-30 12:00", "1 y") == "9999-12-31 12:00");
    CHECK(later("9999-12-31 12:00", "1 w") == "9999-12-31 23:59");
    CHECK(later("9999-12-31 23:59 +01:00", "1 min") == "9999-12-31 23:59 +01:00");
    CHECK(later("9999-12-31", "2 d") == "9999-12-31");
    CHECK(later("9999-12-30", "36 h") == "9999-12-31");
    CHECK(later("0001-01-01 00:00", "90 min") == "0001-01-01 01:30");
}

TEST_CASE("a value holds every point in time") {
    for (const char* text : {"0001-01-01 00:00", "1969-12-31 23:59 -23:59", "2026-03-01 14:30 +23:59",
                             "9999-12-31 23:59", "2026-03-01 00:00 +00:00"}) {
        CAPTURE(text);
        Value value;
        value.type = ValueType::point_in_time;
        value.payload = Value::pack(at(text));
        CHECK(value.point_in_time() == at(text));
    }
}

}  // namespace
}  // namespace ims
