#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace ims {
namespace {

constexpr std::int64_t kHour = 60;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kWeek = 7 * kDay;
constexpr std::int64_t kMonth = 43830;  // 30.4375 days
constexpr std::int64_t kYear = 12 * kMonth;
constexpr std::int64_t kLongest = 100'000 * kYear;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes digits from the front of `text`. Anything above kLongest stays just above it, so that nothing overflows.
std::optional<std::int64_t> take_whole(std::string_view& text) {
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    std::int64_t number = 0;
    for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) {
        number = std::min(number * 10 + (text.front() - '0'), kLongest + 1);
    }
    return number;
}

// A number as `12` or `1.5`, kept exact to nine decimals; `more` tells that smaller ones follow.
struct Number {
    std::int64_t whole = 0;
    std::int64_t billionths = 0;
    bool more = false;

    [[nodiscard]] bool is_whole() const { return billionths == 0 && !more; }
};

std::optional<Number> take_number(std::string_view& text) {
    const auto whole = take_whole(text);
    if (!whole) return std::nullopt;
    Number number{*whole};
    if (text.empty() || text.front() != '.') return number;
    text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    for (std::int64_t place = 100'000'000; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) {
        const std::int64_t digit = text.front() - '0';
        number.billionths += digit * place;
        if (place == 0 && digit != 0) number.more = true;
        place /= 10;
    }
    return number;
}

// Adds `number` times `unit` to `sum`; false where that becomes too long. A part of a minute counts as a minute,
// since nought means something else than little.
bool add_up(Duration& sum, const Number& number, std::int64_t unit) {
    if (number.whole > kLongest / unit) return false;
    constexpr std::int64_t kBillion = 1'000'000'000;
    const std::int64_t part = number.billionths * unit + (number.more ? 1 : 0);
    sum.minutes += number.whole * unit + (part + kBillion - 1) / kBillion;
    if (unit >= kMonth && number.is_whole()) {
        sum.calendar_months += static_cast<std::int32_t>(number.whole * (unit / kMonth));
    }
    return sum.minutes <= kLongest;
}

bool add_up_seconds(Duration& sum, const Number& number) {
    const std::int64_t seconds = number.whole + (number.is_whole() ? 0 : 1);
    sum.minutes += (seconds + 59) / 60;
    return number.whole <= kLongest && sum.minutes <= kLongest;
}

std::optional<std::int64_t> find_unit(std::string_view name) {
    struct Unit {
        std::string_view name;
        std::int64_t minutes;
    };
    static constexpr std::array kUnits = {
        Unit{"min", 1},       Unit{"minute", 1},    Unit{"minutes", 1},    Unit{"h", kHour},       Unit{"hour", kHour},
        Unit{"hours", kHour}, Unit{"d", kDay},      Unit{"day", kDay},     Unit{"days", kDay},     Unit{"w", kWeek},
        Unit{"week", kWeek},  Unit{"weeks", kWeek}, Unit{"month", kMonth}, Unit{"months", kMonth}, Unit{"y", kYear},
        Unit{"year", kYear},  Unit{"years", kYear},
    };
    const auto* const found = std::ranges::find(kUnits, name, &Unit::name);
    if (found == kUnits.end()) return std::nullopt;
    return found->minutes;
}

// What follows the `P`: numbers with designators, each at most once and in order.
std::optional<Duration> parse_iso(std::string_view text) {
    struct Designator {
        char letter;
        std::int64_t minutes;  // 0 for seconds
    };
    static constexpr std::array kDays = {Designator{'Y', kYear}, Designator{'M', kMonth}, Designator{'W', kWeek},
                                         Designator{'D', kDay}};
    static constexpr std::array kTimes = {Designator{'H', kHour}, Designator{'M', 1}, Designator{'S', 0}};

    Duration sum;
    const auto take_all = [&](const auto& designators) {
        const auto* next = designators.begin();
        bool any = false;
        while (!text.empty() && text.front() != 'T') {
            const auto number = take_number(text);
            if (!number || text.empty()) return false;
            next = std::find_if(next, designators.end(),
                                [&](const Designator& each) { return each.letter == text.front(); });
            if (next == designators.end()) return false;
            if (!(next->minutes == 0 ? add_up_seconds(sum, *number) : add_up(sum, *number, next->minutes)))
                return false;
            text.remove_prefix(1);
            ++next;
            any = true;
        }
        return any;
    };
    const bool has_time = text.find('T') != std::string_view::npos;
    const bool has_days = !text.starts_with('T');
    if (has_days && !take_all(kDays)) return std::nullopt;
    if (has_time) {
        text.remove_prefix(1);
        if (!take_all(kTimes)) return std::nullopt;
    }
    if (!text.empty()) return std::nullopt;
    return sum;
}

std::chrono::year_month_day calendar(Date date) { return std::chrono::sys_days{std::chrono::days{date.days}}; }

Date from_calendar(std::chrono::year_month_day day) {
    return Date{static_cast<std::int32_t>(std::chrono::sys_days{day}.time_since_epoch().count())};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t begin, std::size_t length) -> std::optional<int> {
        int value = 0;
        for (const char c : text.substr(begin, length)) {
            if (!is_digit(c)) return std::nullopt;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const auto year = number(0, 4);
    const auto month = number(5, 2);
    const auto day = number(8, 2);
    if (!year || !month || !day || *year == 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return from_calendar(date);
}

std::string to_string(Date date) {
    const auto day = calendar(date);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::optional<Duration> parse_duration(std::string_view text) {
    if (text.starts_with('P')) return parse_iso(text.substr(1));
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    if (text.starts_with(' ')) text.remove_prefix(1);
    const auto unit = find_unit(text);
    Duration duration;
    if (!unit || !add_up(duration, *number, *unit)) return std::nullopt;
    return duration;
}

std::string to_string(Duration duration) {
    std::string text;
    const auto say = [&](std::int64_t count, std::string_view unit) {
        if (count != 0) text += fmt::format("{}{} {}", text.empty() ? "" : " ", count, unit);
    };
    const std::int64_t months = duration.calendar_months % 12;
    say(duration.calendar_months / 12, "y");
    say(months, months == 1 ? "month" : "months");
    std::int64_t rest = duration.minutes - duration.calendar_months * kMonth;
    if (rest % kWeek == 0) {  // nobody says `4 w 2 d`
        say(rest / kWeek, "w");
    } else {
        say(rest / kDay, "d");
        say(rest % kDay / kHour, "h");
        say(rest % kHour, "min");
    }
    return text.empty() ? "0 min" : text;
}

Date add(Date date, Duration duration) {
    using namespace std::chrono;
    constexpr std::int64_t kLastYear = 9999;
    static const Date last = from_calendar(year{static_cast<int>(kLastYear)} / December / 31);
    const auto begin = calendar(date);
    const std::int64_t months_since_0 = static_cast<int>(begin.year()) * std::int64_t{12} +
                                        static_cast<std::int64_t>(static_cast<unsigned>(begin.month())) - 1 +
                                        duration.calendar_months;
    if (months_since_0 / 12 > kLastYear) return last;
    const year_month month{year{static_cast<int>(months_since_0 / 12)},
                           std::chrono::month{static_cast<unsigned>(months_since_0 % 12) + 1}};
    const auto day = std::min(begin.day(), (month / std::chrono::last).day());
    const std::int64_t rest = duration.minutes - duration.calendar_months * kMonth;
    const std::int64_t days = from_calendar(month / day).days + (rest + kDay - 1) / kDay;
    return days > last.days ? last : Date{static_cast<std::int32_t>(days)};
}

}  // namespace ims
