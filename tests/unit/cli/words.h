// A command line as a test writes it.
#pragma once

#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

// The words between blanks; "between quotes" a blank belongs to the word.
inline std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> std::quoted(word);) words.push_back(word);
    return words;
}
