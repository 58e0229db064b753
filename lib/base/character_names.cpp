#include "base/character_names.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"

namespace ims {
namespace {

struct Named {
    char32_t first;
    char32_t last;
    std::string_view name;
};

// Characters that cannot be seen, or not told from others by what is seen; sorted.
constexpr Named kNamed[] = {
    {0x0009, 0x0009, "tab"},
    {0x000a, 0x000a, "line break"},
    {0x000d, 0x000d, "carriage return"},
    {0x0020, 0x0020, "blank"},
    {0x002d, 0x002d, "hyphen"},
    {0x005f, 0x005f, "underscore"},
    {0x0085, 0x0085, "line break"},
    {0x00a0, 0x00a0, "no-break space"},
    {0x00ad, 0x00ad, "soft hyphen"},
    {0x00b7, 0x00b7, "middle dot"},
    {0x034f, 0x034f, "grapheme joiner"},
    {0x058a, 0x058a, "Armenian hyphen"},
    {0x05be, 0x05be, "Hebrew hyphen"},
    {0x061c, 0x061c, "Arabic letter mark"},
    {0x115f, 0x1160, "Hangul filler"},
    {0x1680, 0x1680, "Ogham blank"},
    {0x17b4, 0x17b5, "Khmer vowel that is not seen"},
    {0x180b, 0x180d, "Mongolian variation selector"},
    {0x180e, 0x180e, "Mongolian vowel separator"},
    {0x180f, 0x180f, "Mongolian variation selector"},
    {0x2000, 0x2000, "blank as wide as an n"},
    {0x2001, 0x2001, "blank as wide as an m"},
    {0x2002, 0x2002, "en space"},
    {0x2003, 0x2003, "em space"},
    {0x2004, 0x2006, "narrow blank"},
    {0x2007, 0x2007, "figure space"},
    {0x2008, 0x2008, "punctuation space"},
    {0x2009, 0x2009, "thin space"},
    {0x200a, 0x200a, "hair space"},
    {0x200b, 0x200b, "zero-width space"},
    {0x200c, 0x200c, "zero-width non-joiner"},
    {0x200d, 0x200d, "zero-width joiner"},
    {0x200e, 0x200e, "left-to-right mark"},
    {0x200f, 0x200f, "right-to-left mark"},
    {0x2010, 0x2010, "typographic hyphen"},
    {0x2011, 0x2011, "no-break hyphen"},
    {0x2012, 0x2012, "figure dash"},
    {0x2013, 0x2013, "en dash"},
    {0x2014, 0x2014, "em dash"},
    {0x2015, 0x2015, "horizontal bar"},
    {0x2018, 0x2018, "typographic quotation mark ‘"},
    {0x2019, 0x2019, "typographic apostrophe ’"},
    {0x201a, 0x201a, "typographic quotation mark ‚"},
    {0x201b, 0x201b, "typographic quotation mark ‛"},
    {0x201c, 0x201c, "typographic quotation mark “"},
    {0x201d, 0x201d, "typographic quotation mark ”"},
    {0x201e, 0x201e, "typographic quotation mark „"},
    {0x201f, 0x201f, "typographic quotation mark ‟"},
    {0x2028, 0x2028, "line separator"},
    {0x2029, 0x2029, "paragraph separator"},
    {0x202a, 0x202b, "mark that turns the direction"},
    {0x202c, 0x202c, "mark that ends a direction"},
    {0x202d, 0x202e, "mark that turns the direction"},
    {0x202f, 0x202f, "narrow no-break space"},
    {0x205f, 0x205f, "mathematical space"},
    {0x2060, 0x2060, "word joiner"},
    {0x2061, 0x2064, "operator that is not seen"},
    {0x2066, 0x2068, "mark that turns the direction"},
    {0x2069, 0x2069, "mark that ends a direction"},
    {0x206a, 0x206f, "formatting mark"},
    {0x2212, 0x2212, "minus sign"},
    {0x3000, 0x3000, "wide blank"},
    {0x3164, 0x3164, "Hangul filler"},
    {0xfe00, 0xfe0f, "variation selector"},
    {0xfe58, 0xfe58, "small em dash"},
    {0xfe63, 0xfe63, "small hyphen"},
    {0xfeff, 0xfeff, "byte order mark"},
    {0xff0d, 0xff0d, "wide hyphen"},
    {0xffa0, 0xffa0, "Hangul filler"},
    {0xe0000, 0xe007f, "tag that is not seen"},
    {0xe0100, 0xe01ef, "variation selector"},
};
static_assert(std::ranges::is_sorted(kNamed, {}, &Named::first));

// By blocks: a letter that is not here is told by its code point alone; sorted.
constexpr Named kScripts[] = {
    {0x0041, 0x007a, "Latin"},     {0x00aa, 0x024f, "Latin"},      {0x0250, 0x02af, "phonetic"},
    {0x0370, 0x03e1, "Greek"},     {0x03e2, 0x03ef, "Coptic"},     {0x03f0, 0x03ff, "Greek"},
    {0x0400, 0x052f, "Cyrillic"},  {0x0530, 0x058f, "Armenian"},   {0x0590, 0x05ff, "Hebrew"},
    {0x0600, 0x06ff, "Arabic"},    {0x0700, 0x074f, "Syriac"},     {0x0750, 0x077f, "Arabic"},
    {0x08a0, 0x08ff, "Arabic"},    {0x0900, 0x097f, "Devanagari"}, {0x0980, 0x09ff, "Bengali"},
    {0x0a00, 0x0a7f, "Gurmukhi"},  {0x0a80, 0x0aff, "Gujarati"},   {0x0b00, 0x0b7f, "Odia"},
    {0x0b80, 0x0bff, "Tamil"},     {0x0c00, 0x0c7f, "Telugu"},     {0x0c80, 0x0cff, "Kannada"},
    {0x0d00, 0x0d7f, "Malayalam"}, {0x0d80, 0x0dff, "Sinhala"},    {0x0e00, 0x0e7f, "Thai"},
    {0x0e80, 0x0eff, "Lao"},       {0x0f00, 0x0fff, "Tibetan"},    {0x1000, 0x109f, "Burmese"},
    {0x10a0, 0x10ff, "Georgian"},  {0x1100, 0x11ff, "Korean"},     {0x1200, 0x139f, "Ethiopic"},
    {0x13a0, 0x13ff, "Cherokee"},  {0x1780, 0x17ff, "Khmer"},      {0x1800, 0x18af, "Mongolian"},
    {0x1c80, 0x1c8f, "Cyrillic"},  {0x1c90, 0x1cbf, "Georgian"},   {0x1e00, 0x1eff, "Latin"},
    {0x1f00, 0x1fff, "Greek"},     {0x2c60, 0x2c7f, "Latin"},      {0x2c80, 0x2cff, "Coptic"},
    {0x2d00, 0x2d2f, "Georgian"},  {0x3040, 0x309f, "Hiragana"},   {0x30a0, 0x30ff, "Katakana"},
    {0x3130, 0x318f, "Korean"},    {0x31f0, 0x31ff, "Katakana"},   {0x3400, 0x9fff, "Chinese"},
    {0xa640, 0xa69f, "Cyrillic"},  {0xa720, 0xa7ff, "Latin"},      {0xab70, 0xabbf, "Cherokee"},
    {0xac00, 0xd7af, "Korean"},    {0xf900, 0xfaff, "Chinese"},    {0xfb00, 0xfb06, "Latin joined"},
    {0xfb1d, 0xfb4f, "Hebrew"},    {0xfb50, 0xfdff, "Arabic"},     {0xfe70, 0xfefe, "Arabic"},
    {0xff10, 0xff5a, "wide"},      {0xff66, 0xff9d, "narrow"},     {0x1d400, 0x1d7ff, "mathematical"},
    {0x20000, 0x3fffd, "Chinese"},
};
static_assert(std::ranges::is_sorted(kScripts, {}, &Named::first));

template <std::size_t Size>
std::optional<std::string_view> find_name(const Named (&names)[Size], char32_t character) {
    const auto* const next = std::ranges::upper_bound(names, character, {}, &Named::first);
    if (next == std::begin(names) || character > std::prev(next)->last) return std::nullopt;
    return std::prev(next)->name;
}

std::string with_code_point(std::string_view words, char32_t character) {
    return fmt::format("{} (U+{:04X})", words, static_cast<std::uint32_t>(character));
}

// "Cyrillic а", "Latin capital I", "Latin small l": in many fonts nothing but these words tells the last two apart.
std::string letter_words(char32_t character) {
    const std::string_view script = find_name(kScripts, character).value_or("letter");
    const std::string_view size = is_capital(character) ? " capital" : character == U'l' ? " small" : "";
    std::string words = fmt::format("{}{} ", script, size);
    append_utf8(words, character);
    return words;
}

std::string digit_words(char32_t character) {
    const auto script = find_name(kScripts, character);
    std::string words = script ? fmt::format("{} digit ", *script) : std::string("digit ");
    append_utf8(words, character);
    return words;
}

}  // namespace

std::string character_name(char32_t character) {
    if (const auto name = find_name(kNamed, character)) return with_code_point(*name, character);
    switch (character_kind(character)) {
        case CharacterKind::letter: return with_code_point(letter_words(character), character);
        case CharacterKind::digit: return with_code_point(digit_words(character), character);
        case CharacterKind::mark: return with_code_point("mark over or under a letter", character);
        default: break;
    }
    if (character_kind(character) != CharacterKind::sign)
        return fmt::format("character U+{:04X}", static_cast<std::uint32_t>(character));
    std::string words = "character ";
    append_utf8(words, character);
    return with_code_point(words, character);
}

std::string character_with_article(char32_t character) {
    const CharacterKind kind = character_kind(character);
    const bool by_itself = !find_name(kNamed, character) && kind != CharacterKind::mark && kind != CharacterKind::digit;
    const std::string name = character_name(character);
    if (by_itself) return kind == CharacterKind::letter ? name : "the " + name;
    const bool vowel = std::string_view("aeiouAEIO").find(name.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + name;
}

}  // namespace ims
