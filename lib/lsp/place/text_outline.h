// What a document of YAML is made of, as far as its lines, their indentation and its brackets tell: also while it is
// being typed, and no reader of YAML would take it.
#pragma once

#include <cstdint>
#include <vector>

#include "lsp/protocol/text_place.h"

namespace ims {

// An entry of a map, an item of a list, or a word of which nothing tells yet what it is to become.
struct OutlinePart {
    static constexpr std::uint32_t kTop = 0xFFFFFFFF;  // the document itself

    enum class Is : std::uint8_t { entry, item, word };
    enum class Holds : std::uint8_t { nothing, text, block_text, brackets, more };
    // What a word may become: a key; the value of its holder, or a key below that; an item, which takes a dash first;
    // nothing that could stand there.
    enum class Becomes : std::uint8_t { key, value_or_key, item, nothing };

    std::uint32_t holder = kTop;  // by its place among the parts
    Is is = Is::word;
    Holds holds = Holds::nothing;
    Becomes becomes = Becomes::key;  // a word
    bool in_brackets = false;
    bool quoted = false;  // the text, or the word
    bool key_quoted = false;
    std::uint32_t column = 0;  // in bytes; not within brackets
    ByteRange key;             // of an entry; quotes left outside
    ByteRange slot;            // where the value may stand, or the word
    ByteRange text;            // the value or the word, quotes left outside; empty where there is none
};

struct TextOutline {
    std::vector<OutlinePart> parts;   // in the order of the text
    std::vector<ByteRange> comments;  // without the line end
};

// Of the bytes of a document between lines `---`. Where `cursor` is on an empty line, a word without letters stands
// there.
TextOutline outline_of(std::string_view text, ByteRange document, std::uint32_t cursor);

}  // namespace ims
