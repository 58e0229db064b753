// What to say after a name that is not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ims {

// "; did you mean `check`?", or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace ims
