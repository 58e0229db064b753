#include "base/date.h"

#include <doctest/doctest.h>

#include <string>

using namespace ims;

namespace {

void check_duration(std::string_view text, std::int64_t minutes, std::int32_t months = 0) {
    CAPTURE(text);
    const auto duration = parse_duration(text);
    REQUIRE(duration);
    CHECK(duration->minutes == minutes);
    CHECK(duration->calendar_months == months);
}

// An empty text where there is no duration.
std::string said(std::string_view text) {
    const auto duration = parse_duration(text);
    return duration ? to_string(*duration) : "";
}

std::string sum(std::string_view date, std::string_view duration) {
    return to_string(add(parse_date(date).value(), parse_duration(duration).value()));
}

constexpr std::int64_t kDay = 1440;

}  // namespace

TEST_CASE("a date is read back as it was written") {
    for (const char* text : {"2026-06-01", "1970-01-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
        CAPTURE(text);
        REQUIRE(parse_date(text));
        CHECK(to_string(*parse_date(text)) == text);
    }
    CHECK(parse_date("1970-01-02")->days == 1);
    CHECK(*parse_date("2025-12-31") < *parse_date("2026-01-01"));
}

TEST_CASE("what is no day of the calendar is no date") {
    for (const char* text : {"", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-01", "2025-01-00", "2025-04-31",
                             "0000-01-01", "2025-1-1", "25-01-01", "2025/01/01", "2025-01-01 ", " 2025-01-01",
                             "2025-01-01T00:00", "20250101", "+025-01-01", "2025-01-0x", "-025-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("a duration is a number and a unit") {
    check_duration("30 min", 30);
    check_duration("30min", 30);
    check_duration("1 minute", 1);
    check_duration("90 minutes", 90);
    check_duration("4 h", 240);
    check_duration("4 hours", 240);
    check_duration("1 hour", 60);
    check_duration("2 d", 2 * kDay);
    check_duration("1 day", kDay);
    check_duration("3 days", 3 * kDay);
    check_duration("1 w", 7 * kDay);
    check_duration("2 weeks", 14 * kDay);
    check_duration("6 months", 6 * 43830, 6);
    check_duration("1 month", 43830, 1);
    check_duration("1 y", 525960, 12);
    check_duration("3 years", 3 * 525960, 36);
    check_duration("0 h", 0);
    check_duration("007 d", 7 * kDay);
}

TEST_CASE("decimals are exact, and a part of a minute counts as one") {
    check_duration("1.5 h", 90);
    check_duration("0.1 h", 6);
    check_duration("0.5 min", 1);
    check_duration("0.0 min", 0);
    check_duration("1.01 h", 61);
    check_duration("0.00000000000001 min", 1);
    check_duration("0.5 y", 262980);
    check_duration("1.5 months", 65745);
    check_duration("1.0 y", 525960, 12);
}

TEST_CASE("ISO 8601 durations are read") {
    check_duration("PT4H", 240);
    check_duration("PT1H30M", 90);
    check_duration("PT1.5H", 90);
    check_duration("P6M", 6 * 43830, 6);
    check_duration("P1Y2M", 14 * 43830, 14);
    check_duration("P2W", 14 * kDay);
    check_duration("P1Y10DT1M", 525960 + 10 * kDay + 1, 12);
    check_duration("P0D", 0);
    check_duration("P1.5Y2M", 788940 + 2 * 43830, 2);
    check_duration("PT60S", 1);
    check_duration("PT1M1S", 2);
    check_duration("PT0.5S", 1);
    check_duration("PT0S", 0);
}

TEST_CASE("anything else is no duration") {
    for (const char* text : {"",     "4",    "h",     "-4 h", "+4 h", "4  h",  "4 h ",   " 4 h",       "4,5 h",
                             ".5 h", "4. h", "1e3 h", "4 H",  "4 m",  "4 s",   "soon",   "1 h 30 min", "4 hour s",
                             "P",    "PT",   "P4",    "P4H",  "PT4",  "P1M2Y", "P1Y1Y",  "P1YT",       "PT4HT",
                             "PT4D", "pt4h", "P-1Y",  "4\th", "٤ h",  "P1D1H", "PT1S1M", "P1S"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text));
    }
}

TEST_CASE("a hundred thousand years is the longest duration, and nothing overflows") {
    check_duration("100000 y", 52'596'000'000, 1'200'000);
    check_duration("52596000000 min", 52'596'000'000);
    for (const char* text :
         {"100001 y", "100000.1 y", "52596000001 min", "9223372036854775807 y", "99999999999999999999999999 min",
          "P100000Y1M", "P100000YT1M", "P100000YT1S", "PT99999999999999999999999S", "18446744073709551616 d"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text));
    }
    CHECK(parse_duration("1" + std::string(100'000, '0') + " d") == std::nullopt);
    CHECK(parse_duration("1." + std::string(100'000, '0') + " d") == parse_duration("1 d"));
}

TEST_CASE("durations compare by time") {
    CHECK(parse_duration("24 h") == parse_duration("1 d"));
    CHECK(parse_duration("1 month") > parse_duration("30 d"));
    CHECK(parse_duration("1 month") < parse_duration("31 d"));
}

TEST_CASE("a duration is said as people write it") {
    CHECK(said("240 min") == "4 h");
    CHECK(said("48 h") == "2 d");
    CHECK(said("90 min") == "1 h 30 min");
    CHECK(said("1.5 d") == "1 d 12 h");
    CHECK(said("14 days") == "2 w");
    CHECK(said("30 d") == "30 d");
    CHECK(said("6 months") == "6 months");
    CHECK(said("1 month") == "1 month");
    CHECK(said("12 months") == "1 y");
    CHECK(said("P1Y2M") == "1 y 2 months");
    CHECK(said("P1YT5M") == "1 y 5 min");
    CHECK(said("0 h") == "0 min");
}

TEST_CASE("months and years are those of the calendar") {
    CHECK(sum("2026-01-31", "1 month") == "2026-02-28");
    CHECK(sum("2024-01-31", "1 month") == "2024-02-29");
    CHECK(sum("2024-02-29", "1 y") == "2025-02-28");
    CHECK(sum("2025-11-30", "3 months") == "2026-02-28");
    CHECK(sum("2025-12-15", "12 months") == "2026-12-15");
    CHECK(sum("2025-12-31", "1 month") == "2026-01-31");
    CHECK(sum("2026-01-31", "P1M1D") == "2026-03-01");
}

TEST_CASE("the rest counts as whole days, rounded up") {
    CHECK(sum("2026-02-27", "2 d") == "2026-03-01");
    CHECK(sum("2026-02-27", "1 w") == "2026-03-06");
    CHECK(sum("2026-02-27", "1 h") == "2026-02-28");
    CHECK(sum("2026-02-27", "24 h") == "2026-02-28");
    CHECK(sum("2026-02-27", "25 h") == "2026-03-01");
    CHECK(sum("2026-02-27", "0 d") == "2026-02-27");
    CHECK(sum("0001-01-01", "365 d") == "0002-01-01");
}

TEST_CASE("adding ends with the last day that can be written") {
    CHECK(sum("2026-02-27", "100000 y") == "9999-12-31");
    CHECK(sum("2026-02-27", "52596000000 min") == "9999-12-31");
    CHECK(sum("9999-12-31", "1 d") == "9999-12-31");
    CHECK(sum("9998-12-31", "1 y") == "9999-12-31");
}
