#include "yaml/implied_type.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/text.h"

namespace ims {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool consists_of(std::string_view text, std::string_view characters) {
    return text.find_first_not_of(characters) == std::string_view::npos;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

std::string_view without_sign(std::string_view text) {
    return !text.empty() && (text[0] == '+' || text[0] == '-') ? text.substr(1) : text;
}

// Underscores and commas between digits, and more than one point, are read by some.
bool is_number(std::string_view text) {
    text = without_sign(text);
    if (text.empty()) return false;
    if (text == ".inf" || text == ".nan") return true;
    if (text.size() > 2 && text[0] == '0') {
        if (text[1] == 'x') return consists_of(text.substr(2), "0123456789abcdef_");
        if (text[1] == 'o' || text[1] == 'b') return consists_of(text.substr(2), "0123456789_");
    }
    if (!is_digit(text[0]) && text[0] != '.') return false;
    const std::size_t exponent = text.find('e');
    if (exponent != std::string_view::npos) {
        const std::string_view power = without_sign(text.substr(exponent + 1));
        if (!has_digit(power) || !consists_of(power, "0123456789_")) return false;
    }
    return consists_of(text.substr(0, exponent), "0123456789_.,");
}

// To the base of sixty: `12:30`, `190:20:30.15`.
bool is_time(std::string_view text) {
    text = without_sign(text);
    return !text.empty() && is_digit(text[0]) && text.back() != ':' && text.find(':') != std::string_view::npos &&
           consists_of(text, "0123456789_:.");
}

// Up to two digits from `at` on; whether there is one.
bool pass_digits(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    while (at < text.size() && at < begin + 2 && is_digit(text[at])) ++at;
    return at > begin;
}

// `2026-1-1`, and the same with a time: `2026-01-01T12:30:00.5 +01:00`.
bool is_date(std::string_view text) {
    if (text.size() < 8 || !std::all_of(text.begin(), text.begin() + 4, is_digit) || text[4] != '-') return false;
    std::size_t at = 5;
    if (!pass_digits(text, at) || at >= text.size() || text[at] != '-') return false;
    ++at;
    return pass_digits(text, at) && consists_of(text.substr(at), "0123456789:.+-tz \t");
}

}  // namespace

ImpliedType implied_type(std::string_view plain) {
    if (plain.empty() || plain == "~") return ImpliedType::null;
    if (plain == "=" || plain == "<<") return ImpliedType::merge;
    const std::string lower = to_lower(plain);
    if (lower == "null") return ImpliedType::null;
    constexpr std::array<std::string_view, 8> kBooleans = {"y", "n", "yes", "no", "on", "off", "true", "false"};
    if (std::find(kBooleans.begin(), kBooleans.end(), lower) != kBooleans.end()) return ImpliedType::boolean;
    if (is_number(lower)) return ImpliedType::number;
    if (is_time(lower)) return ImpliedType::time;
    if (is_date(lower)) return ImpliedType::date;
    return ImpliedType::text;
}

}  // namespace ims
