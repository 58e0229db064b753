// Where one text ends that is plain or stands between quotes: the walk over the bytes that yaml-cpp, which tells
// beginnings alone, leaves to us. Blocks of text are up to read_block.h, what quoted texts say to decode.h.
// Each reader begins at the cursor and leaves it after the text, or says why it cannot.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "yaml/cursor.h"
#include "yaml/tree.h"

namespace ims {

// A text as it stands in the file.
struct Scalar {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;         // after the last character of text, or after the closing quote
    std::uint32_t text_begin = 0;  // the bytes between the quotes; of a block, its first line of text
    std::uint32_t text_end = 0;
    ScalarStyle style = ScalarStyle::plain;
    bool decoded = false;  // the text is not the bytes as they stand: escapes, folded lines, blocks
    bool one_line = true;
};

enum class Surroundings : std::uint8_t { block, brackets };

using Trouble = std::optional<YamlProblem>;

// Up to the end of the line, a comment, or a `:` that makes it a key; in brackets also up to a bracket or comma.
// Requires: can_begin_plain.
Scalar read_plain_line(Cursor& cursor, Surroundings surroundings);
bool can_begin_plain(const Cursor& cursor, Surroundings surroundings);

// Takes in the lines that follow a plain text and belong to it: those indented deeper than column `parent`.
// Where one of them turns out to be a key, or to be indented by a tab, the cursor stays there.
enum class PlainEnd : std::uint8_t { reached, key, tab, unindented };
PlainEnd extend_plain_in_block(Cursor& cursor, Scalar& scalar, std::int64_t parent);
// The cursor stays at an unindented line.
PlainEnd extend_plain_in_brackets(Cursor& cursor, Scalar& scalar, std::int64_t parent);

// Requires: the cursor is at a quote. `parent` is the column that following lines must lie beyond.
Trouble read_quoted(Cursor& cursor, Scalar& scalar, std::int64_t parent);

// Requires: hexadecimal digits, no more than eight.
std::uint32_t hex_value(std::string_view digits);

// What UTF-16 writes a character beyond U+FFFF with: `\ud83d\ude00` is one of these, then one of those.
constexpr bool is_high_surrogate(std::uint32_t value) { return value >= 0xd800 && value < 0xdc00; }
constexpr bool is_low_surrogate(std::uint32_t value) { return value >= 0xdc00 && value < 0xe000; }

// Whether the `:` at the cursor ends a key.
bool at_key_end(const Cursor& cursor, Surroundings surroundings);

}  // namespace ims
