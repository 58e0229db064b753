// Words in a line of a text file, with blanks between them: what programs write for themselves and people may read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ims {

// The text as one word: blanks, control characters, `%` and a `#` at its beginning stand there as `%20`.
std::string encode_word(std::string_view text);
std::string decode_word(std::string_view word);

std::vector<std::string_view> words_of_line(std::string_view line);

}  // namespace ims
