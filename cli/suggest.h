// What to say of a word on the command line that ims does not know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace ims {

// "; did you mean `check`?", or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

// The message for words that CLI11 could not place, the first of them in particular.
std::string explain_unexpected(const CLI::App& app, const std::vector<std::string>& words);

}  // namespace ims
