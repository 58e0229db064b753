// Characters as Unicode knows them: in which form they are written, what they are for, and what they look like. The
// only door to utf8proc. What people call them: character_names.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ims {

// The text in NFC, in which `ü` is one character, not a `u` and a mark. Invalid bytes stay.
std::string composed(std::string_view text);
bool is_composed(std::string_view text);

enum class CharacterKind : std::uint8_t {
    letter,     // of any script; also letters that count, as in `Ⅷ`
    mark,       // goes with the letter before it
    digit,      // of a decimal number
    blank,      // takes room and shows nothing: blanks of every width, line ends, tabs
    dash,       // hyphens, dashes and the minus sign
    ignorable,  // is not to be seen: soft hyphen, zero-width space, joiners, directions, variation selectors, tags
    sign,       // quotation marks, currencies, numbers such as `½`, pictures
    none,       // controls; what Unicode assigns to nothing, or leaves to others
};
CharacterKind character_kind(char32_t character);
bool is_capital(char32_t letter);
// The letter as it is written small, or as a capital; what has no such form stays.
char32_t small_letter(char32_t letter);
char32_t capital_letter(char32_t letter);

// The text without what is not to be seen. Invalid bytes stay.
std::string without_ignorable(std::string_view text);

// What a name looks like: two names that readers take for each other have the same. Letters of other scripts that look
// Latin, wide and other forms of a letter, dashes, `l`, `I` and `1`, `O` and `0` are one; what is not to be seen is
// gone.
std::string skeleton(std::string_view name);
// The same to whoever does not tell capitals apart. `l` and `1`, `o` and `0` differ here.
std::string folded_skeleton(std::string_view name);
// As a file system sees it that tells neither capitals nor forms apart.
std::string folded_file_name(std::string_view name);

// Where two texts first differ.
struct Difference {
    std::size_t place = 0;  // of the character in both texts, from 1
    std::optional<char32_t> one;
    std::optional<char32_t> other;  // none where a text has ended
};
// Requires: they differ.
Difference first_difference(std::string_view one, std::string_view other);

}  // namespace ims
