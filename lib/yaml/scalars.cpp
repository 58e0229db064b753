#include "yaml/scalars.h"

#include <array>

#include "yaml/unusual.h"

namespace ims {

namespace {

// What a plain text may have to stop at; all other bytes are passed at once.
constexpr std::array<bool, 256> kPlainStops = [] {
    std::array<bool, 256> stops{};
    for (const char c : {'\n', '\r', ':', '#', ',', '[', ']', '{', '}'}) stops[static_cast<unsigned char>(c)] = true;
    return stops;
}();

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Hexadecimal digits from `ahead` on, as many as there are, `most` of them.
std::uint32_t count_hex(const Cursor& cursor, std::uint32_t ahead, std::uint32_t most) {
    std::uint32_t count = 0;
    while (count < most && is_hex(cursor.peek(ahead + count))) ++count;
    return count;
}

std::uint32_t end_of_line_text(const Cursor& cursor, std::uint32_t from) {
    Cursor line = cursor;
    line.at = from;
    while (!line.at_line_end()) ++line.at;
    while (line.at > from + 1 && is_blank(line.bytes[line.at - 1])) --line.at;
    return line.at;
}

Trouble unclosed(const Cursor& cursor, const Scalar& scalar) {
    return YamlProblem{Mistake::unclosed_quote, scalar.begin, end_of_line_text(cursor, scalar.begin)};
}

// Requires: the cursor is at a backslash. Leaves it after the escape; a line break stays for the caller.
Trouble read_escape(Cursor& cursor) {
    const std::uint32_t begin = cursor.at;
    const char c = cursor.peek(1);
    if (c == '\0' || is_break(c)) {
        ++cursor.at;
        return {};
    }
    const std::uint32_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0) {
        constexpr std::string_view kKnown = "0abt\tnvfre \"/\\N_LP";
        if (kKnown.find(c) == std::string_view::npos) {
            const std::uint32_t length = static_cast<unsigned char>(c) >= 0x80 ? 1 : 2;
            return YamlProblem{Mistake::unknown_escape, begin, begin + length};
        }
        cursor.at += 2;
        return {};
    }
    const std::uint32_t found = count_hex(cursor, 2, digits);
    if (found < digits) return YamlProblem{Mistake::too_few_digits, begin, begin + 2 + found};
    const std::uint32_t value = hex_value(cursor.bytes.substr(begin + 2, digits));
    const std::uint32_t end = begin + 2 + digits;
    if (is_high_surrogate(value) && c == 'u' && cursor.peek(6) == '\\' && cursor.peek(7) == 'u' &&
        count_hex(cursor, 8, 4) == 4 && is_low_surrogate(hex_value(cursor.bytes.substr(begin + 8, 4)))) {
        cursor.at = end + 6;
        return {};
    }
    if (is_high_surrogate(value) || is_low_surrogate(value)) return YamlProblem{Mistake::half_character, begin, end};
    if (value > 0x10ffff) return YamlProblem{Mistake::unknown_code_point, begin, end};
    cursor.at = end;
    return {};
}

}  // namespace

std::uint32_t hex_value(std::string_view digits) {
    std::uint32_t value = 0;
    for (const char c : digits)
        value = value * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return value;
}

bool at_key_end(const Cursor& cursor, Surroundings surroundings) {
    return cursor.peek() == ':' &&
           (cursor.separates(1) || (surroundings == Surroundings::brackets && is_bracket_or_comma(cursor.peek(1))));
}

bool can_begin_plain(const Cursor& cursor, Surroundings surroundings) {
    const char c = cursor.peek();
    if (c == '-' || c == '?' || c == ':') {
        return !cursor.separates(1) && !(surroundings == Surroundings::brackets && is_bracket_or_comma(cursor.peek(1)));
    }
    constexpr std::string_view kIndicators = ",[]{}#&*!|>'\"%@`";
    return c != '\0' && kIndicators.find(c) == std::string_view::npos;
}

Scalar read_plain_line(Cursor& cursor, Surroundings surroundings) {
    Scalar scalar;
    scalar.begin = scalar.text_begin = cursor.at;
    while (cursor.at < cursor.end) {
        const char c = cursor.bytes[cursor.at];
        if (kPlainStops[static_cast<unsigned char>(c)]) {
            if (is_break(c)) break;
            if (c == ':') {
                if (at_key_end(cursor, surroundings)) break;
            } else if (c == '#') {
                if (is_blank(cursor.bytes[cursor.at - 1]) && cursor.at > scalar.begin) break;
            } else if (surroundings == Surroundings::brackets) {
                break;
            }
        }
        ++cursor.at;
    }
    scalar.end = cursor.at;
    while (scalar.end > scalar.begin && is_blank(cursor.bytes[scalar.end - 1])) --scalar.end;
    scalar.text_end = scalar.end;
    return scalar;
}

PlainEnd extend_plain_in_block(Cursor& cursor, Scalar& scalar, std::int64_t parent) {
    while (!cursor.done() && cursor.at_line_end()) {
        Cursor next = cursor;
        do {
            next.enter_next_line();
            next.skip_indentation();
        } while (!next.done() && next.at_line_end());
        if (next.done() || next.peek() == '#') return PlainEnd::reached;
        if (next.indentation() <= parent) {
            if (next.tab == kNoPlace) return PlainEnd::reached;
            cursor = next;
            return PlainEnd::tab;
        }
        const Scalar line = read_plain_line(next, Surroundings::block);
        cursor = next;
        if (at_key_end(next, Surroundings::block)) return PlainEnd::key;
        scalar.end = line.end;
        scalar.one_line = false;
        scalar.decoded = true;
    }
    return PlainEnd::reached;
}

PlainEnd extend_plain_in_brackets(Cursor& cursor, Scalar& scalar, std::int64_t parent) {
    while (!cursor.done() && cursor.at_line_end()) {
        Cursor next = cursor;
        do {
            next.enter_next_line();
            next.skip_indentation();
        } while (!next.done() && next.at_line_end());
        if (next.done() || next.peek() == '#' || is_bracket_or_comma(next.peek()) ||
            at_key_end(next, Surroundings::brackets)) {
            return PlainEnd::reached;
        }
        if (next.indentation() <= parent) {
            cursor = next;
            return next.tab == kNoPlace ? PlainEnd::unindented : PlainEnd::tab;
        }
        scalar.end = read_plain_line(next, Surroundings::brackets).end;
        scalar.one_line = false;
        scalar.decoded = true;
        cursor = next;
    }
    return PlainEnd::reached;
}

Trouble read_quoted(Cursor& cursor, Scalar& scalar, std::int64_t parent) {
    const char quote = cursor.peek();
    scalar.style = quote == '"' ? ScalarStyle::double_quoted : ScalarStyle::single_quoted;
    scalar.begin = cursor.at++;
    scalar.text_begin = cursor.at;
    const Cursor opening = cursor;
    for (;;) {
        if (cursor.done()) return unclosed(opening, scalar);
        const char c = cursor.bytes[cursor.at];
        if (c == quote) {
            if (quote == '"' || cursor.peek(1) != '\'') break;
            cursor.at += 2;
            scalar.decoded = true;
        } else if (c == '\\' && quote == '"') {
            scalar.decoded = true;
            if (Trouble trouble = read_escape(cursor)) return trouble;
        } else if (is_break(c)) {
            scalar.decoded = true;
            scalar.one_line = false;
            cursor.enter_next_line();
            cursor.skip_indentation();
            // YAML wants the lines of a quoted text indented; a line that is not tells of a quote left open.
            if (!cursor.at_line_end() && cursor.indentation() <= parent && cursor.peek() != quote) {
                if (const UnusualBlank blank = unusual_blank_at(cursor.bytes, cursor.at); blank.length > 0) {
                    return YamlProblem{Mistake::unusual_indentation, cursor.at, cursor.at + blank.length, blank.value};
                }
                if (cursor.tab != kNoPlace) return YamlProblem{Mistake::tab_indentation, cursor.tab, cursor.tab + 1};
                return unclosed(opening, scalar);
            }
        } else {
            ++cursor.at;
        }
    }
    scalar.text_end = cursor.at++;
    scalar.end = cursor.at;
    return {};
}

}  // namespace ims
