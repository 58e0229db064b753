#include "yaml/unusual.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.h"

namespace ims {

namespace {

struct Name {
    char32_t value;
    std::string_view name;
};

// U+FEFF is reported, and taken out, before anything is read: see prescan.h.
constexpr std::array<Name, 21> kBlanks = {{
    {0x00a0, "a no-break space"},
    {0x00ad, "a soft hyphen"},
    {0x1680, "an ogham space mark"},
    {0x2000, "an en quad"},
    {0x2001, "an em quad"},
    {0x2002, "an en space"},
    {0x2003, "an em space"},
    {0x2004, "a three-per-em space"},
    {0x2005, "a four-per-em space"},
    {0x2006, "a six-per-em space"},
    {0x2007, "a figure space"},
    {0x2008, "a punctuation space"},
    {0x2009, "a thin space"},
    {0x200a, "a hair space"},
    {0x200b, "a zero width space"},
    {0x200c, "a zero width non-joiner"},
    {0x200d, "a zero width joiner"},
    {0x202f, "a narrow no-break space"},
    {0x205f, "a medium mathematical space"},
    {0x2060, "a word joiner"},
    {0x3000, "an ideographic space"},
}};

const Name* find_blank(char32_t value) {
    const auto found = std::ranges::lower_bound(kBlanks, value, {}, &Name::value);
    return found != kBlanks.end() && found->value == value ? &*found : nullptr;
}

constexpr std::array<std::string_view, 12> kItemSigns = {"--",     "+",      "\u2010", "\u2011", "\u2012", "\u2013",
                                                         "\u2014", "\u2212", "\u2022", "\u2023", "\u25e6", "\u00b7"};

}  // namespace

UnusualBlank unusual_blank_at(std::string_view bytes, std::size_t at) {
    // None is ASCII, which nearly all text is.
    if (at >= bytes.size() || static_cast<unsigned char>(bytes[at]) < 0x80) return {};
    const CodePoint point = decode_utf8(bytes, at);
    if (find_blank(point.value) == nullptr) return {};
    return {point.value, static_cast<std::uint32_t>(point.length)};
}

std::string_view name_of_unusual_blank(char32_t value) {
    const Name* const blank = find_blank(value);
    return blank == nullptr ? "a blank" : blank->name;
}

std::uint32_t foreign_item_sign(const Cursor& cursor) {
    const std::string_view rest = cursor.bytes.substr(cursor.at, cursor.end - cursor.at);
    for (const std::string_view sign : kItemSigns) {
        if (!rest.starts_with(sign)) continue;
        const auto length = static_cast<std::uint32_t>(sign.size());
        if (cursor.separates(length) || unusual_blank_at(rest, length).length > 0) return length;
    }
    return 0;
}

UnusualBlank unusual_blank_after_dash(const Cursor& cursor) {
    return cursor.peek() == '-' ? unusual_blank_at(cursor.bytes, cursor.at + 1) : UnusualBlank();
}

}  // namespace ims
