// Where one is in a text of records, which may be half typed: the way of keys to the place, and what is due there. Told
// by lines, indentation and brackets alone; nothing is parsed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "lsp/protocol/text_place.h"

namespace ims {

// Views of the text, which outlives it.
struct PlaceInText {
    enum class Due : std::uint8_t { nothing, key, value, value_or_key };
    struct Step {
        bool item = false;     // of a list; else the value of a key
        std::string_view key;  // as it is written, without its quotes
    };

    Due due = Due::nothing;
    ByteRange word;                        // on one line, with the cursor in it; quotes left outside
    std::string_view text;                 // the word
    std::string_view typed;                // the word as far as the cursor
    std::vector<Step> way;                 // from the top of the document to the map of the key, or to the value
    std::vector<std::string_view> beside;  // the other keys of the map, or the other items of the list
    // The entries of the document's own map: keys, and single values, empty for all else.
    std::vector<std::pair<std::string_view, std::string_view>> top;

    bool in_brackets = false;
    bool in_quotes = false;
    bool needs_blank = false;       // before what is written there
    bool needs_dash = false;        // likewise: it is to be an item
    bool needs_braces = false;      // around what is written there: it is to be a map
    bool on_own_line = false;       // nothing stands before the word on its line
    bool has_colon = false;         // the word is a key already
    std::uint32_t column = 0;       // of the word, in bytes
    std::uint32_t indentation = 0;  // of its line
    // Where the cursor is right behind a colon: the key before it, which may turn out to be the beginning of a value.
    std::optional<ByteRange> key_before;
};

PlaceInText place_in_text(const TextLines& lines, std::uint32_t offset);

}  // namespace ims
