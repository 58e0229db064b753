// Items of a list that a text has swallowed: a line that begins with `- ` and is indented deeper than the text above it
// goes on with that text, as YAML has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

struct PlaceOfItem {
    std::uint32_t begin = 0;  // of the `-`, a byte in the file
    std::uint32_t end = 0;    // of its line's text
};

// The first such line of a plain text; none where there is none, and for all other nodes.
std::optional<PlaceOfItem> item_in_text(std::string_view bytes, const YamlNode& node);

}  // namespace ims
