// What an id may look like.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// Whether a record may have this id: a letter or digit of any script first, then also `.`, `_`, `-` and what words of
// that script are written with. Nothing that is not to be seen, zero-width joiners included: what nobody sees must not
// tell two records apart.
bool is_valid_id(std::string_view id);

// The same of its characters.
bool may_begin_id(char32_t character);
bool may_stand_in_id(char32_t character);

// An id that the text may become: small letters, hyphens for what stands between words; empty where none is left.
std::string likely_id(std::string_view text);

}  // namespace ims
