#include "base/character_names.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("a character is called what people call it") {
    const auto check = [](char32_t character, std::string_view name, std::string_view with_article) {
        CHECK(character_name(character) == name);
        CHECK(character_with_article(character) == with_article);
    };
    check(U'а', "Cyrillic а (U+0430)", "Cyrillic а (U+0430)");
    check(U'a', "Latin a (U+0061)", "Latin a (U+0061)");
    check(U'l', "Latin small l (U+006C)", "Latin small l (U+006C)");
    check(U'I', "Latin capital I (U+0049)", "Latin capital I (U+0049)");
    check(U'Ο', "Greek capital Ο (U+039F)", "Greek capital Ο (U+039F)");
    check(U'Ａ', "wide capital Ａ (U+FF21)", "wide capital Ａ (U+FF21)");
    check(U'漢', "Chinese 漢 (U+6F22)", "Chinese 漢 (U+6F22)");
    check(U'0', "digit 0 (U+0030)", "a digit 0 (U+0030)");
    check(U'٣', "Arabic digit ٣ (U+0663)", "an Arabic digit ٣ (U+0663)");
    check(0xad, "soft hyphen (U+00AD)", "a soft hyphen (U+00AD)");
    check(0xa0, "no-break space (U+00A0)", "a no-break space (U+00A0)");
    check(0x200b, "zero-width space (U+200B)", "a zero-width space (U+200B)");
    check(0x2013, "en dash (U+2013)", "an en dash (U+2013)");
    check(0x202e, "mark that turns the direction (U+202E)", "a mark that turns the direction (U+202E)");
    check(0xfe0f, "variation selector (U+FE0F)", "a variation selector (U+FE0F)");
    check(0xe0041, "tag that is not seen (U+E0041)", "a tag that is not seen (U+E0041)");
    check(0x308, "mark over or under a letter (U+0308)", "a mark over or under a letter (U+0308)");
    check(U'€', "character € (U+20AC)", "the character € (U+20AC)");
    check(0x07, "character U+0007", "the character U+0007");
    check(0x10ffff, "character U+10FFFF", "the character U+10FFFF");
}
