#include "cli/shell_word.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace ims {

std::string shell_word(std::string_view word) {
    const auto plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               std::string_view("-_./:@%+,").find(c) != std::string_view::npos;
    };
    std::string text = visible(word);
    if (!word.empty() && std::ranges::all_of(word, plain)) return text;
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted += "'\\''";
        else quoted += c;
    }
    return quoted + "'";
}

}  // namespace ims
