// What people call a character, so that one that cannot be seen, or looks like another, can be told.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// "Cyrillic а (U+0430)", "soft hyphen (U+00AD)", "character U+10FFFF".
std::string character_name(char32_t character);

// The same with an article, where it takes one: "a soft hyphen (U+00AD)", "an en dash (U+2013)", "Cyrillic а (U+0430)".
std::string character_with_article(char32_t character);

}  // namespace ims
