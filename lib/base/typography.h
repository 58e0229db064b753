// Characters that word processors, web pages and spreadsheets write where a keyboard has plain ones: they look right
// and are read as something else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ims {

struct TypographicCharacter {
    char32_t value;
    std::string_view name;   // with its article: "a no-break hyphen"
    std::string_view plain;  // what a keyboard writes; empty for what is not to be seen
};

// The first such character of a text; none where it holds none.
std::optional<TypographicCharacter> typographic_character_in(std::string_view text);

// The text with the plain character for each, and without the blanks around it.
std::string with_plain_characters(std::string_view text);

// U+2011
std::string code_point_name(char32_t value);

}  // namespace ims
