#include "base/normal_form.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>

#include "base/text.h"

namespace ims {
namespace {

struct Composition {
    char32_t first;
    char32_t second;
    char32_t both;
};

constexpr Composition kCompositions[] = {
#include "base/compositions.inc"
};

// Syllables of Hangul are counted: 19 leading letters, 21 vowels, 27 trailing letters or none.
std::optional<char32_t> compose_hangul(char32_t first, char32_t second) {
    constexpr char32_t kSyllables = 0xac00, kLeading = 0x1100, kVowels = 0x1161, kTrailing = 0x11a7;
    constexpr char32_t kVowelCount = 21, kTrailingCount = 28;
    if (first >= kLeading && first < kLeading + 19 && second >= kVowels && second < kVowels + kVowelCount)
        return kSyllables + ((first - kLeading) * kVowelCount + (second - kVowels)) * kTrailingCount;
    const bool open_syllable = first >= kSyllables && first <= 0xd7a3 && (first - kSyllables) % kTrailingCount == 0;
    if (open_syllable && second > kTrailing && second < kTrailing + kTrailingCount) return first + (second - kTrailing);
    return std::nullopt;
}

std::optional<char32_t> compose(char32_t first, char32_t second) {
    const auto found =
        std::ranges::lower_bound(kCompositions, std::tuple(first, second), {},
                                 [](const Composition& each) { return std::tuple(each.first, each.second); });
    const bool is_there = found != std::end(kCompositions) && found->first == first && found->second == second;
    return is_there ? std::optional(found->both) : compose_hangul(first, second);
}

}  // namespace

std::string composed(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return std::string(text);
    std::string out;
    std::optional<char32_t> open;  // may still be composed with what follows
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        if (!point.valid) {
            if (open) append_utf8(out, *open);
            open.reset();
            out += text.substr(offset, point.length);
        } else if (const auto both = open ? compose(*open, point.value) : std::nullopt) {
            open = both;
        } else {
            if (open) append_utf8(out, *open);
            open = point.value;
        }
        offset += point.length;
    }
    if (open) append_utf8(out, *open);
    return out;
}

}  // namespace ims
