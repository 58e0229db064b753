#include "base/line_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {
namespace {

int hex_digit(char each) {
    if (each >= '0' && each <= '9') return each - '0';
    if (each >= 'a' && each <= 'f') return each - 'a' + 10;
    if (each >= 'A' && each <= 'F') return each - 'A' + 10;
    return -1;
}

}  // namespace

std::string encode_word(std::string_view text) {
    std::string word;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte <= ' ' || byte == 0x7f || each == '%' || (each == '#' && word.empty()))
            word += fmt::format("%{:02X}", byte);
        else word += each;
    }
    return word;
}

std::string decode_word(std::string_view word) {
    std::string text;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const int high = word[at] == '%' && at + 2 < word.size() ? hex_digit(word[at + 1]) : -1;
        const int low = high >= 0 ? hex_digit(word[at + 2]) : -1;
        if (low < 0) {
            text += word[at];
            continue;
        }
        text += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return text;
}

std::vector<std::string_view> words_of_line(std::string_view line) {
    std::vector<std::string_view> words;
    while (!(line = trim(line)).empty()) {
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return words;
}

}  // namespace ims
