// A text in which a record is named, once that record is called otherwise.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// The id, and with it `kind/id`, as a word of a text: not where it is a part of a longer one.
std::string renamed_in(std::string_view text, std::string_view was, std::string_view is);

}  // namespace ims
