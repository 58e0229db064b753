// Characters that people take for what YAML asks for, and YAML does not: blanks that are no spaces, signs that begin
// the items of a list elsewhere.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/cursor.h"

namespace ims {

struct UnusualBlank {
    char32_t value = 0;
    std::uint32_t length = 0;  // bytes; 0: there is none
};
UnusualBlank unusual_blank_at(std::string_view bytes, std::size_t at);

// What Unicode calls it, with its article. Requires: the value of an UnusualBlank.
std::string_view name_of_unusual_blank(char32_t value);

// Bytes of the sign at the cursor, if it begins an item elsewhere (`--`, `–`, `•`, `+`) and a blank follows; 0:
// there is none.
std::uint32_t foreign_item_sign(const Cursor& cursor);

// `-` and an unusual blank.
UnusualBlank unusual_blank_after_dash(const Cursor& cursor);

}  // namespace ims
