// Whether two titles may say the same thing. A valid id is never held against another by likeness; this is for words
// that people chose.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ims {

// Two names that are one but for their numbers: `night-1`, `night-22`.
bool differ_in_digits_alone(std::string_view one, std::string_view other);

// The words of a title: lower case, punctuation dropped.
std::vector<std::string> title_words(std::string_view title);
// The same with a blank between two of them.
std::string joined_title_words(std::string_view title);

// A title taken apart, for whoever holds it against many others.
struct LikeTitle {
    explicit LikeTitle(std::string_view title);
    std::vector<std::string> words;    // all of them
    std::vector<std::string> telling;  // those that are no articles and the like
    std::string letters;               // of the telling ones, run together
    std::size_t length = 0;            // of `letters`, in code points
};

// Near-equal: the same words, or words that differ by a slip or an ending, in the same order; articles and the like do
// not count. Titles that differ in a number, a single letter or one telling word (`server A`, `server B`) are not.
bool may_say_the_same(std::string_view a, std::string_view b);
bool may_say_the_same(const LikeTitle& a, const LikeTitle& b);

// Of many titles the few that one need be held against: those that share what titles that may say the same have in
// common. Thus a folder in which all is misspelt is no square of its titles.
class TitleIndex {
public:
    // Titles are numbered in the order in which they come, from 0.
    void add(std::string_view title);
    // All that may say the same as this one, and a few more; rising, each once.
    [[nodiscard]] std::vector<std::size_t> candidates(std::string_view title) const;

private:
    std::size_t size_ = 0;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace ims
