// What an id may look like.
#pragma once

#include <string_view>

namespace ims {

// Whether a record may have this id: a letter or digit of any script first, then also `.`, `_`, `-` and marks.
bool is_valid_id(std::string_view id);

}  // namespace ims
