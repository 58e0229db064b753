// How well names and titles fit what is typed so far.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ims {

struct WordFit {
    // The beginning of the name; of a word within it; of a word of the title; anything else of either.
    enum class How : std::uint8_t { name, word_of_name, word_of_title, within };
    How how = How::name;
    std::size_t in_title = 0;  // where in the title, if that fits
    [[nodiscard]] bool by_title() const { return how == How::word_of_title; }
};

class TypedWord {
public:
    explicit TypedWord(std::string_view typed);
    [[nodiscard]] bool empty() const { return letters_.empty(); }
    // Capitals aside. None where it fits neither.
    [[nodiscard]] std::optional<WordFit> fit(std::string_view name, std::string_view title) const;

private:
    struct Found {
        std::size_t at = 0;
        bool begins_word = false;
    };
    // The first place that begins a word, or else the first.
    [[nodiscard]] std::optional<Found> find(std::string_view text) const;
    [[nodiscard]] bool stands_at(std::string_view text, std::size_t at) const;
    std::u32string letters_;  // small ones
};

}  // namespace ims
