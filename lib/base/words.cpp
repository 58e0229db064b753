#include "base/words.h"

namespace ims {

std::string in_words(std::string_view name) {
    std::string text(name);
    for (char& c : text) c = c == '_' ? ' ' : c;
    return text;
}

std::string with_article(std::string_view noun) {
    const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun[0]) != std::string_view::npos;
    return (vowel ? "an " : "a ") + in_words(noun);
}

}  // namespace ims
