#include "base/likeness.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/nearest.h"
#include "base/text.h"

namespace ims {
namespace {

bool is_filler(const std::string& word) {
    constexpr std::array<std::string_view, 26> kFillers = {
        "the", "a",   "an",  "of",  "in",  "on",  "at",  "for", "to", "and", "by",  "with", "der",
        "die", "das", "des", "dem", "den", "und", "von", "vom", "im", "am",  "für", "is",   "or"};
    return std::ranges::find(kFillers, word) != kFillers.end();
}

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

// Such a word is the same or tells two things apart: a number, a letter, a short word in which a slip is another word.
bool has_no_like(std::string_view word) {
    constexpr std::size_t kShort = 4;
    return has_digit(word) || count_code_points(word) < kShort;
}

// `store` and `stores`, `delivery` and `deliveries`.
bool differ_in_the_ending(std::string_view shorter, std::string_view longer) {
    constexpr std::size_t kEnding = 2;
    if (longer.starts_with(shorter)) return longer.size() - shorter.size() <= kEnding;
    return shorter.ends_with('y') && longer.ends_with("ies") &&
           shorter.substr(0, shorter.size() - 1) == longer.substr(0, longer.size() - 3);
}

// A slip of one letter, or another ending. Whole words that tell things apart (`internal`, `external`) mostly begin
// differently, and short ones differ in little.
bool is_nearly_the_word(const std::string& a, const std::string& b) {
    if (has_no_like(a) || has_no_like(b) || a.front() != b.front()) return false;
    return edit_distance(a, b, 1) <= 1 ||
           (a.size() < b.size() ? differ_in_the_ending(a, b) : differ_in_the_ending(b, a));
}

// `A` is a name at the end of a title, and an article before another word.
void drop_fillers(std::vector<std::string>& words) {
    if (!words.empty()) words.erase(std::remove_if(words.begin(), words.end() - 1, is_filler), words.end() - 1);
}

// Points, dashes and quotation marks beyond ASCII, and the blank that does not break.
bool is_between_words(char32_t value) {
    return (value >= 0x2010 && value <= 0x205E) || value == 0xAB || value == 0xBB || value == 0xB7 || value == 0xA0;
}

std::string run_together(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += word;
    return text;
}

// What two titles share that are the same word by word: those words that have no like, and how the others begin.
std::string beginnings(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        if (has_no_like(word)) text += word;
        else (text += word.front()) += '*';
        text += ' ';
    }
    return text;
}

// Titles that may say the same have one of these in common.
std::vector<std::string> likeness_keys(std::string_view title) {
    std::vector<std::string> words = title_words(title);
    if (words.empty()) return {};
    drop_fillers(words);
    return {beginnings(words), "=" + run_together(words)};
}

}  // namespace

std::string joined_title_words(std::string_view title) {
    std::string words;
    bool within = false;
    for (std::size_t at = 0; at < title.size();) {
        const CodePoint point = decode_utf8(title, at);
        const char32_t c = point.value;
        const bool capital = c >= 'A' && c <= 'Z';
        const bool ascii = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool letter = c >= 0x80 ? !is_between_words(c) : ascii;
        if (letter && !within && !words.empty()) words += ' ';
        if (capital) words += static_cast<char>(c - 'A' + 'a');
        else if (letter) words.append(title, at, point.length);
        within = letter;
        at += point.length;
    }
    return words;
}

std::vector<std::string> title_words(std::string_view title) {
    const std::string joined = joined_title_words(title);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < joined.size();) {
        const std::size_t end = std::min(joined.find(' ', at), joined.size());
        words.push_back(joined.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

LikeTitle::LikeTitle(std::string_view title) : words(title_words(title)), telling(words) {
    drop_fillers(telling);
    letters = run_together(telling);
    length = count_code_points(letters);
}

bool may_say_the_same(std::string_view a, std::string_view b) { return may_say_the_same(LikeTitle(a), LikeTitle(b)); }

bool may_say_the_same(const LikeTitle& a, const LikeTitle& b) {
    if (a.words.empty() || b.words.empty()) return false;
    if (a.words == b.words) return true;
    // `e-mail` is `email`.
    if (a.letters == b.letters) return !has_digit(a.letters);
    if (a.telling.size() != b.telling.size()) return false;
    for (std::size_t index = 0; index < a.telling.size(); ++index) {
        if (a.telling[index] != b.telling[index] && !is_nearly_the_word(a.telling[index], b.telling[index]))
            return false;
    }
    const std::size_t limit = std::max(a.length, b.length) / 5;
    return edit_distance(a.letters, b.letters, limit) <= limit;
}

void TitleIndex::add(std::string_view title) {
    for (std::string& key : likeness_keys(title)) by_key_[std::move(key)].push_back(size_);
    ++size_;
}

std::vector<std::size_t> TitleIndex::candidates(std::string_view title) const {
    std::vector<std::size_t> out;
    for (const std::string& key : likeness_keys(title)) {
        if (const auto found = by_key_.find(key); found != by_key_.end())
            out.insert(out.end(), found->second.begin(), found->second.end());
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool differ_in_digits_alone(std::string_view one, std::string_view other) {
    const auto without_digits = [](std::string_view name) {
        std::string rest(name);
        std::erase_if(rest, [](char c) { return c >= '0' && c <= '9'; });
        return rest;
    };
    return one != other && without_digits(one) == without_digits(other);
}

}  // namespace ims
