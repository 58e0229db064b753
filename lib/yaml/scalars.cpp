#include "yaml/scalars.h"

#include <algorithm>
#include <array>

namespace ims {

namespace {

// What a plain text may have to stop at; all other bytes are passed at once.
constexpr std::array<bool, 256> kPlainStops = [] {
    std::array<bool, 256> stops{};
    for (const char c : {'\n', '\r', ':', '#', ',', '[', ']', '{', '}'}) stops[static_cast<unsigned char>(c)] = true;
    return stops;
}();

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

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
    std::uint64_t value = 0;
    for (std::uint32_t digit = 0; digit < digits; ++digit) {
        const char hex = cursor.peek(2 + digit);
        if (!is_hex(hex)) return YamlProblem{Mistake::unknown_escape, begin, begin + 2 + digit};
        value = value * 16 + static_cast<std::uint64_t>(hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10);
    }
    if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
        return YamlProblem{Mistake::unknown_code_point, begin, begin + 2 + digits};
    }
    cursor.at += 2 + digits;
    return {};
}

}  // namespace

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

Trouble read_block_text(Cursor& cursor, Scalar& scalar, std::int64_t parent) {
    scalar.style = cursor.peek() == '|' ? ScalarStyle::literal : ScalarStyle::folded;
    scalar.decoded = true;
    scalar.one_line = false;
    scalar.begin = cursor.at++;
    std::int64_t indentation = -1;  // of the text, once known
    bool chomping = false;
    for (; !cursor.separates(0); ++cursor.at) {
        const char c = cursor.peek();
        if (c >= '1' && c <= '9' && indentation < 0) {
            indentation = std::max<std::int64_t>(parent, 0) + (c - '0');
        } else if ((c == '+' || c == '-') && !chomping) {
            chomping = true;
        } else {
            return YamlProblem{Mistake::text_beside_block, cursor.at, end_of_line_text(cursor, cursor.at)};
        }
    }
    scalar.end = scalar.text_begin = scalar.text_end = cursor.at;
    cursor.skip_blanks();
    if (!cursor.at_line_end() && !cursor.at_comment()) {
        return YamlProblem{Mistake::text_beside_block, cursor.at, end_of_line_text(cursor, cursor.at)};
    }
    cursor.skip_line();

    Cursor next = cursor;
    std::uint32_t longest_blank = 0;
    std::uint32_t longest_blank_at = 0;
    std::uint32_t blank_tab = kNoPlace;  // in a line that holds nothing else: fine after the text, but not within
    bool found = false;
    while (!next.done()) {
        next.enter_next_line();
        while (next.peek() == ' ') ++next.at;
        const std::uint32_t spaces = next.column();
        if (next.at_line_end()) {
            if (!found && spaces > longest_blank) {
                longest_blank = spaces;
                longest_blank_at = next.line;
            }
            continue;
        }
        const std::int64_t least = indentation < 0 ? parent + 1 : indentation;
        if (spaces < least) {
            const Cursor indented = next;
            next.skip_blanks();
            if (next.at_line_end()) {
                if (blank_tab == kNoPlace) blank_tab = indented.at;
                continue;
            }
            if (indented.peek() == '\t') return YamlProblem{Mistake::tab_indentation, indented.at, next.at};
            if (spaces > parent && next.peek() != '#') {
                return YamlProblem{Mistake::less_than_first_line, next.at, end_of_line_text(next, next.at)};
            }
            break;
        }
        if (blank_tab != kNoPlace) return YamlProblem{Mistake::tab_indentation, blank_tab, blank_tab + 1};
        if (indentation < 0) {
            if (longest_blank > spaces) {
                return YamlProblem{Mistake::long_blank_line, longest_blank_at, longest_blank_at + longest_blank};
            }
            indentation = spaces;
        }
        if (!found) scalar.text_begin = next.line + static_cast<std::uint32_t>(indentation);
        found = true;
        next.skip_line();
        scalar.end = next.at;
        if (next.bytes[scalar.end - 1] == '\r') --scalar.end;
        next.at = scalar.end;
        cursor = next;
    }
    return {};
}

}  // namespace ims
