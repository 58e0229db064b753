// How a value is written as YAML: every text so that all readers of YAML take it for that text, in the style of what
// stands beside it wherever that style can hold it. Where it goes is up to rewrite.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "diagnostics/operations.h"
#include "yaml/implied_type.h"
#include "yaml/neighbours.h"
#include "yaml/tree.h"

namespace ims {

// Bytes of a key, its quotes included, that all readers find the end of.
constexpr std::size_t kLongestKey = 1024;

// What a text must hold against where it stands.
struct ScalarPlace {
    bool in_brackets = false;  // a `,` or a bracket would end it
    bool is_key = false;
};

// Whether the text may stand without quotes: no reader takes it for anything but a text, or a value of `type`. A date
// may so stay one in the place of a date; null and `<<` never stand for a text.
bool can_be_plain(std::string_view text, ScalarPlace place, ImpliedType type = ImpliedType::text);

// Whether single quotes can hold the text as it is: no line ends, tabs or control characters. Requires: UTF-8.
bool can_be_single_quoted(std::string_view text);

// The text as it is written between quotes of this style; as it is for all other styles.
std::string escaped(std::string_view text, ScalarStyle style);

// Keeps the style of `habit` where it can hold the text; on one line always. An error where YAML cannot hold the text:
// it is not UTF-8, or too long for a key.
Result<std::string> write_scalar(std::string_view text, ScalarPlace place, const ScalarHabit& habit);

// The lines of a text for `|` or `>`, each after a line end `line_end` and indented by `indentation` spaces. A folded
// text is folded again at `width` bytes of text. Requires: can_be_block.
std::string write_block_lines(std::string_view text, ScalarStyle style, std::size_t indentation,
                              std::string_view line_end, std::size_t width);

// Whether `write_block_lines` can hold the text, which has no line end at its end. Some that YAML could hold otherwise
// are left to quotes: lines of blanks alone and, within `>`, lines that begin or end with a blank.
bool can_be_block(std::string_view text, ScalarStyle style);

// How many lists and maps of a value stand in each other; none in a text.
std::uint32_t height_of(const NewValue& value);

// A list as `[a, b]`, a map as `{a: b}`, each text in the style that those of its kind have among the neighbours.
Result<std::string> write_in_line(const NewValue& value, bool in_brackets, const Neighbours& neighbours);

// A map with a line for each entry, the first of which stands where it is put; the others after `line_end`, which ends
// with the blanks that indent them. A value that holds comments, or nothing yet, takes lines of its own below its key.
Result<std::string> write_block_map(const NewValue& map, std::string_view line_end, const Neighbours& neighbours);

}  // namespace ims
