// `31.03.2026`, `1. März 2026`, `3-Mar-26`, `2026/3/1`, `March 2026`; the same with a time of day.
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include <fmt/format.h>

#include "base/date.h"
#include "base/point_in_time.h"
#include "base/text.h"
#include "schema/slips_by_type.h"

namespace ims {
namespace {

// English, German, French, Spanish, Italian, Dutch, Polish: whole and short, folded, between blanks; from January on.
constexpr std::string_view kMonths[] = {
    " january jan januar janner janvier janv enero ene gennaio gen januari stycznia sty ",
    " february feb februar fevrier fevr fev febrero febbraio febr februari lutego lut ",
    " march mar marz mrz maerz mars marzo maart mrt marca ",
    " april apr avril avr abril abr aprile kwietnia kwi ",
    " may mai mayo maggio mag mei maja maj ",
    " june jun juni juin junio giugno giu czerwca cze ",
    " july jul juli juillet juil julio luglio lug lipca lip ",
    " august aug aout agosto ago augustus sierpnia sie ",
    " september sept sep septembre septiembre settembre set wrzesnia wrz ",
    " october oct oktober okt octobre octubre ottobre ott pazdziernika paz ",
    " november nov novembre noviembre listopada lis ",
    " december dec dezember dez decembre diciembre dic dicembre grudnia gru ",
};
constexpr std::string_view kFillers = " the of de del den le el il du d st nd rd th er ";

int month_named(std::string_view word) {
    const std::string sought = fmt::format(" {} ", word);
    for (std::size_t month = 0; month < std::size(kMonths); ++month) {
        if (kMonths[month].find(sought) != std::string_view::npos) return static_cast<int>(month) + 1;
    }
    return 0;
}

struct DateToken {
    int number = 0;
    std::size_t digits = 0;
    int month = 0;  // that the word names; 0: it is a number
};

constexpr bool is_digit_of_date(char c) { return c >= '0' && c <= '9'; }

// `separators`: each sign between two tokens that are numbers. None where a word is no month, or there is too much.
struct DateTokens {
    std::vector<DateToken> tokens;
    std::string separators;
};

std::optional<DateTokens> date_tokens(std::string_view text) {
    constexpr std::string_view kSigns = " .,-/";
    DateTokens out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t sign_end = std::min(text.find_first_not_of(kSigns, at), text.size());
        if (sign_end > at && !out.tokens.empty() && sign_end < text.size()) out.separators += text[at];
        at = sign_end;
        if (at == text.size()) break;
        std::size_t end = at;
        const bool digits = is_digit_of_date(text[at]);
        while (end < text.size() && kSigns.find(text[end]) == std::string_view::npos &&
               is_digit_of_date(text[end]) == digits)
            ++end;
        const std::string_view word = text.substr(at, end - at);
        at = end;
        if (!digits && kFillers.find(fmt::format(" {} ", word)) != std::string_view::npos) continue;
        DateToken token;
        if (digits) {
            token.digits = word.size();
            if (word.size() > 4) return std::nullopt;
            std::from_chars(word.data(), word.data() + word.size(), token.number);
        } else {
            token.month = month_named(word);
            if (token.month == 0) return std::nullopt;
        }
        out.tokens.push_back(token);
        if (out.tokens.size() > 3) return std::nullopt;
    }
    return out;
}

// As it is written here, where there is such a day.
void add_day(std::vector<std::string>& days, int year, int month, int day) {
    const std::string written = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (parse_date(written) && std::ranges::find(days, written) == days.end()) days.push_back(written);
}

int whole_year(const DateToken& token) { return token.digits == 2 ? 2000 + token.number : token.number; }
bool may_be_year(const DateToken& token) { return token.month == 0 && (token.digits == 4 || token.digits == 2); }

Slip slip_of_days(std::vector<std::string> days, bool short_year) {
    Slip slip;
    slip.texts = std::move(days);
    slip.certainty = slip.texts.size() > 1 ? Certainty::open : short_year ? Certainty::likely : Certainty::certain;
    if (slip.texts.size() > 1) slip.why = "day and month may stand either way round";
    else if (short_year) slip.why = "the year has four digits";
    return slip;
}

// One of three is a word: the year stands last, or has four digits.
std::optional<Slip> day_with_name(const std::array<DateToken, 3>& tokens) {
    const std::size_t name = tokens[0].month != 0 ? 0 : tokens[1].month != 0 ? 1 : 2;
    DateToken day = tokens[name == 0 ? 1 : 0];
    DateToken year = tokens[name == 2 ? 1 : 2];
    if (day.month != 0 || year.month != 0) return std::nullopt;
    if (day.digits == 4) std::swap(day, year);
    if (name == 2 && year.digits != 4) return std::nullopt;
    if (!may_be_year(year) || day.digits > 2) return std::nullopt;
    std::vector<std::string> days;
    add_day(days, whole_year(year), tokens[name].month, day.number);
    if (days.empty()) return std::nullopt;
    return slip_of_days(std::move(days), year.digits == 2);
}

// Three numbers with one sign between them. With points the day comes first; with others the month may.
std::optional<Slip> day_of_numbers(const std::array<DateToken, 3>& tokens, std::string_view separators) {
    if (separators.size() != 2 || separators[0] != separators[1]) return std::nullopt;
    std::vector<std::string> days;
    const auto& [first, second, third] = tokens;
    if (first.digits == 4) {
        if (third.digits <= 2) add_day(days, first.number, second.number, third.number);
    } else if (first.digits <= 2 && second.digits <= 2 && may_be_year(third)) {
        const bool by_points = separators[0] == '.';
        // 26-03-01: too little is known.
        if (third.digits == 2 && separators[0] == '-') return std::nullopt;
        add_day(days, whole_year(third), second.number, first.number);
        if (!by_points) add_day(days, whole_year(third), first.number, second.number);
    }
    if (days.empty()) return std::nullopt;
    return slip_of_days(std::move(days), third.digits == 2 && first.digits != 4);
}

// `March 2026`, `2026-03`, `03/2026`: the first and the last of its days.
std::optional<Slip> month_alone(const DateToken& first, const DateToken& second) {
    const DateToken& year = first.digits == 4 ? first : second;
    const DateToken& month = first.digits == 4 ? second : first;
    const int number = month.month != 0 ? month.month : month.number;
    if (year.digits != 4 || (month.month == 0 && month.digits > 2)) return std::nullopt;
    std::vector<std::string> days;
    add_day(days, year.number, number, 1);
    for (int day = 31; day >= 28 && days.size() == 1; --day) add_day(days, year.number, number, day);
    if (days.size() != 2) return std::nullopt;
    Slip slip;
    slip.texts = std::move(days);
    slip.why = "the day is missing";
    return slip;
}

// 20260331
std::optional<Slip> day_without_signs(std::string_view text) {
    if (text.size() != 8 || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    const std::string day = fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6));
    if (!parse_date(day)) return std::nullopt;
    return slip_of_days({day}, false);
}

std::optional<Slip> day_slip(std::string_view text) {
    if (auto slip = day_without_signs(text)) return slip;
    const std::string lower = folded(text);
    if (lower.empty() || !(is_digit_of_date(lower[0]) || (lower[0] >= 'a' && lower[0] <= 'z'))) return std::nullopt;
    const auto found = date_tokens(lower);
    if (!found) return std::nullopt;
    const auto& tokens = found->tokens;
    if (tokens.size() == 2) return month_alone(tokens[0], tokens[1]);
    if (tokens.size() != 3) return std::nullopt;
    const std::array<DateToken, 3> three = {tokens[0], tokens[1], tokens[2]};
    const bool named = std::ranges::any_of(three, [](const DateToken& each) { return each.month != 0; });
    return named ? day_with_name(three) : day_of_numbers(three, found->separators);
}

struct ClockTime {
    std::string_view day;  // what stands before it
    std::string written;   // `14:30`, with an offset as it is written
};

// The time of day that a text ends with: `9:05`, `14.30 Uhr`, `2:30 pm`, `14h30`, `T10:00:00`.
std::optional<ClockTime> clock_in(std::string_view text) {
    const std::size_t colon = text.find(':');
    std::size_t sign = colon;
    if (colon == std::string_view::npos && to_lower(text).ends_with(" uhr"))
        sign = text.substr(0, text.size() - 4).find_last_of(".h");
    if (sign == std::string_view::npos || sign == 0 || sign + 3 > text.size()) return std::nullopt;
    std::size_t begin = sign;
    while (begin > 0 && is_digit_of_date(text[begin - 1])) --begin;
    if (begin == 0 || begin == sign || sign - begin > 2) return std::nullopt;
    int hour = 0;
    std::from_chars(text.data() + begin, text.data() + sign, hour);
    const std::string_view minutes = text.substr(sign + 1, 2);
    std::string_view rest = text.substr(sign + 3);
    const std::string word = to_lower(trim(rest));
    if (word == "pm" && hour < 12) hour += 12;
    if (word == "am" && hour == 12) hour = 0;
    if (word == "pm" || word == "am" || word == "uhr" || word == "h") rest = {};
    std::string_view day = trim(text.substr(0, begin));
    if (day.ends_with('T')) day.remove_suffix(1);
    for (const std::string_view between : {",", " at", " um", " à", " a", " -"}) {
        if (day.ends_with(between)) day = trim(day.substr(0, day.size() - between.size()));
    }
    return ClockTime{day, fmt::format("{:02}:{}{}", hour, minutes, rest)};
}

}  // namespace

std::optional<Slip> date_slip(std::string_view text, Arena&) {
    if (auto slip = day_slip(text)) return slip;
    // A time of day behind the date says more than is asked.
    const auto clock = clock_in(text);
    if (!clock) return std::nullopt;
    Slip slip;
    if (parse_date(clock->day)) slip.texts = {std::string(clock->day)};
    else if (auto day = day_slip(clock->day); day && day->certainty != Certainty::open) slip.texts = day->texts;
    else return std::nullopt;
    slip.certainty = Certainty::likely;
    slip.why = "a day is due, without a time";
    return slip;
}

std::optional<Slip> point_in_time_slip(std::string_view text, Arena&) {
    if (auto slip = day_slip(text)) return slip;
    const auto clock = clock_in(text);
    if (!clock || !parse_point_in_time("2024-01-01 " + clock->written)) return std::nullopt;
    std::optional<Slip> slip;
    if (parse_date(clock->day)) slip = slip_of_days({std::string(clock->day)}, false);
    else slip = day_slip(clock->day);
    if (!slip) return std::nullopt;
    for (std::string& each : slip->texts) each += " " + clock->written;
    return slip;
}

}  // namespace ims
