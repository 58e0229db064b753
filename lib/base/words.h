// Names of ours as words of a sentence.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// "interested party"
std::string in_words(std::string_view name);
// "an interested party", "a role"
std::string with_article(std::string_view noun);

}  // namespace ims
