#include "base/typography.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace ims {
namespace {

// By code point.
constexpr TypographicCharacter kCharacters[] = {
    {0x00A0, "a no-break space", " "},
    {0x00AB, "an angle quotation mark", "\""},
    {0x00AD, "a soft hyphen", ""},
    {0x00B4, "an acute accent", "'"},
    {0x00BB, "an angle quotation mark", "\""},
    {0x02BC, "a modifier apostrophe", "'"},
    {0x2002, "an en space", " "},
    {0x2003, "an em space", " "},
    {0x2007, "a figure space", " "},
    {0x2009, "a thin space", " "},
    {0x200A, "a hair space", " "},
    {0x200B, "a zero-width space", ""},
    {0x200C, "a zero-width non-joiner", ""},
    {0x200D, "a zero-width joiner", ""},
    {0x200E, "a left-to-right mark", ""},
    {0x200F, "a right-to-left mark", ""},
    {0x2010, "a typographic hyphen", "-"},
    {0x2011, "a no-break hyphen", "-"},
    {0x2012, "a figure dash", "-"},
    {0x2013, "an en dash", "-"},
    {0x2014, "an em dash", "-"},
    {0x2018, "a curly quotation mark", "'"},
    {0x2019, "a curly apostrophe", "'"},
    {0x201A, "a low quotation mark", "'"},
    {0x201C, "a curly quotation mark", "\""},
    {0x201D, "a curly quotation mark", "\""},
    {0x201E, "a low quotation mark", "\""},
    {0x202F, "a narrow no-break space", " "},
    {0x2039, "an angle quotation mark", "'"},
    {0x203A, "an angle quotation mark", "'"},
    {0x2044, "a fraction slash", "/"},
    {0x2060, "a word joiner", ""},
    {0x2212, "a minus sign", "-"},
    {0x2215, "a division slash", "/"},
    {0x3000, "an ideographic space", " "},
    {0xFEFF, "a zero-width no-break space", ""},
    {0xFF0C, "a wide comma", ","},
    {0xFF0D, "a wide hyphen", "-"},
    {0xFF0E, "a wide full stop", "."},
    {0xFF0F, "a wide slash", "/"},
    {0xFF1A, "a wide colon", ":"},
};
static_assert(std::ranges::is_sorted(kCharacters, {}, &TypographicCharacter::value));

const TypographicCharacter* typographic(char32_t value) {
    const auto* const found = std::ranges::lower_bound(kCharacters, value, {}, &TypographicCharacter::value);
    return found != std::end(kCharacters) && found->value == value ? found : nullptr;
}

}  // namespace

std::optional<TypographicCharacter> typographic_character_in(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (const TypographicCharacter* const found = point.valid ? typographic(point.value) : nullptr) return *found;
        at += point.length;
    }
    return std::nullopt;
}

std::string with_plain_characters(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        const TypographicCharacter* const found = point.valid ? typographic(point.value) : nullptr;
        out += found != nullptr ? found->plain : text.substr(at, point.length);
        at += point.length;
    }
    return std::string(trim(out));
}

std::string code_point_name(char32_t value) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(value)); }

}  // namespace ims
