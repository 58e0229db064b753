#include "schema/valid_id.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/unicode.h"

namespace ims {
namespace {

bool is_ascii_letter_or_digit(char32_t value) {
    return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z') || (value >= U'0' && value <= U'9');
}

// Signs that words of some scripts are written with: in Catalan, Hebrew, Tibetan and Japanese.
constexpr char32_t kSignsInWords[] = {0x00b7, 0x05f3, 0x05f4, 0x0f0b, 0x30fb};

}  // namespace

bool may_begin_id(char32_t character) {
    if (character < 0x80) return is_ascii_letter_or_digit(character);
    const CharacterKind kind = character_kind(character);
    return kind == CharacterKind::letter || kind == CharacterKind::digit;
}

bool may_stand_in_id(char32_t character) {
    if (character < 0x80)
        return is_ascii_letter_or_digit(character) || character == U'.' || character == U'_' || character == U'-';
    return may_begin_id(character) || character_kind(character) == CharacterKind::mark ||
           std::ranges::find(kSignsInWords, character) != std::end(kSignsInWords);
}

bool is_valid_id(std::string_view id) {
    for (std::size_t offset = 0; offset < id.size();) {
        const CodePoint point = decode_utf8(id, offset);
        const bool fits = offset == 0 ? may_begin_id(point.value) : may_stand_in_id(point.value);
        if (!point.valid || !fits) return false;
        offset += point.length;
    }
    return !id.empty();
}

std::string likely_id(std::string_view text) {
    std::string id;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        offset += point.length;
        if (point.valid && character_kind(point.value) == CharacterKind::ignorable) continue;
        const bool fits = id.empty() ? may_begin_id(point.value) : may_stand_in_id(point.value);
        if (point.valid && fits) append_utf8(id, small_letter(point.value));
        else if (!id.empty() && id.back() != '-') id += '-';
    }
    while (id.ends_with('-')) id.pop_back();
    return id;
}

}  // namespace ims
