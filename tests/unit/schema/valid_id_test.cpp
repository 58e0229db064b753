#include "schema/valid_id.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("an id begins with a letter or digit of any script") {
    for (const std::string_view id :
         {"a", "driver", "2nd", "007", "v1.0_x-y", "A", "Fahrer-für-花店", "водитель", "é", "null", "٣-راننده",
          "कर्मचारी", "ผู้จัดการ", "운전사", "ドライバー", "Ⅷ", "paral·lel", "u\u0308ber", "𐌰𐌹𐌽"}) {
        CAPTURE(id);
        CHECK(is_valid_id(id));
    }
}

TEST_CASE("what is no id") {
    for (const std::string_view id :
         {"",      "-a", ".a",  "_a", "a b", "a/b", "a:b",     "a,b", "a#", "a\n", "a\u00a0b", "a…",      "“a”", "\xff",
          "a\xc3", "🚚",  "a→b", "*",  "`a`", "·a",  "\u0308a", "a–b", "a½", "m²",  "a\ue000",  "a\ufffd", "a’s"}) {
        CAPTURE(id);
        CHECK_FALSE(is_valid_id(id));
    }
}

TEST_CASE("what is not to be seen stands in no id") {
    for (const std::string_view id :
         {"a\u200b", "dri\u00adver", "\u2060a", "a\u202eb", "a\u2066b\u2069", "\ufeffa", "a\ufe0f", "a\U000e0041",
          "a\U000e0101", "a\u034fb", "می\u200cخواهم", "क\u094d\u200dष", "\u3164"}) {
        CAPTURE(id);
        CHECK_FALSE(is_valid_id(id));
    }
}

TEST_CASE("an id that a text may become") {
    const auto check = [](std::string_view text, std::string_view expected) {
        CAPTURE(text);
        CHECK(likely_id(text) == expected);
    };
    check("Van driver!", "van-driver");
    check("The  driver", "the-driver");
    check("-chef", "chef");
    check("van–driver", "van-driver");
    check("Müller & Söhne", "müller-söhne");
    check("ÜBER 100 Brote", "über-100-brote");
    check("Ёлка", "ёлка");
    check("dri\u00adver", "driver");
    check("\u0308a", "a");
    check("a/b", "a-b");
    check("a\xff", "a");
    check("", "");
    check("—“”", "");
}
