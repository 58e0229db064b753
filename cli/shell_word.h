// Words of a command that people may copy.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// As a shell would read it.
std::string shell_word(std::string_view word);

}  // namespace ims
