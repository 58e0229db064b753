// Text as bytes, code points and columns. Knows UTF-8; knows no locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ims {

// Offset of the first byte that is not part of valid UTF-8 (overlong forms, surrogates and > U+10FFFF are invalid too),
// or npos.
std::size_t first_invalid_utf8(std::string_view bytes);

struct CodePoint {
    char32_t value;      // U+FFFD for an invalid byte
    std::size_t length;  // bytes taken, 1 for an invalid byte
    bool valid;
};
// Requires: offset < bytes.size().
CodePoint decode_utf8(std::string_view bytes, std::size_t offset);
void append_utf8(std::string& text, char32_t value);
std::size_t count_code_points(std::string_view text);

// Columns of a terminal that the text takes: wide (East Asian) characters take two, combining marks none.
std::size_t display_width(std::string_view text);

// What must never reach a terminal or a report as it is: C0 and C1 controls, DEL, and the characters that reorder
// or hide text (bidirectional controls, zero-width, line and paragraph separators).
bool is_unsafe(char32_t value);

// The text on one line with every unsafe character written as `\n`, `\t`, `\u{1b}`, and an invalid byte as `\x{ff}`:
// for messages and excerpts.
std::string visible(std::string_view text);
// The same at the end of another text.
void append_visible(std::string& out, std::string_view text);

// `visible`, cut after `limit` code points with `…`.
std::string shorten(std::string_view text, std::size_t limit);

// ASCII letters only; other bytes stay.
std::string to_lower(std::string_view text);

std::string_view trim(std::string_view text);

// Lines of at most `columns`, broken at blanks; a longer word stands alone. At least one line.
std::vector<std::string> wrap_words(std::string_view text, std::size_t columns);

// "a", "a and b", "a, b and c"; beyond `limit` items "a, b, c and 4 more". Each item is put between backticks where
// asked.
enum class Ticks { no, yes };
template <class Range>
std::string join_names(const Range& items, Ticks ticks, std::size_t limit = 5);

// "1 risk", "2 risks": `plural` where it is not the singular + s.
std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});

}  // namespace ims

template <class Range>
std::string ims::join_names(const Range& items, Ticks ticks, std::size_t limit) {
    std::string text;
    std::size_t total = 0;
    for ([[maybe_unused]] const auto& item : items) ++total;
    // One more name is shorter than "and 1 more".
    const std::size_t shown = total <= limit + 1 ? total : limit;
    std::size_t index = 0;
    for (const auto& item : items) {
        if (index == shown) break;
        if (index > 0) text += (index + 1 == shown && shown == total) ? " and " : ", ";
        if (ticks == Ticks::yes) text += '`';
        text += visible(std::string_view(item));
        if (ticks == Ticks::yes) text += '`';
        ++index;
    }
    if (shown < total) text += " and " + std::to_string(total - shown) + " more";
    return text;
}
