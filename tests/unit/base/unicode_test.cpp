#include "base/unicode.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace ims;

namespace {

void check_alike(const char* one, const char* other, bool seen, bool folded) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK((skeleton(one) == skeleton(other)) == seen);
    CHECK((folded_skeleton(one) == folded_skeleton(other)) == folded);
}

}  // namespace

TEST_CASE("a letter and its marks become one character") {
    const auto check = [](std::string_view text, std::string_view expected) {
        CAPTURE(text);
        CHECK(composed(text) == expected);
        CHECK_FALSE(is_composed(text));
        CHECK(is_composed(expected));
    };
    check("Gro\u0308ße.md", "Größe.md");
    check("Mu\u0308ller", "Müller");
    check("e\u0323\u0302", "ệ");            // one after the other
    check("e\u0302\u0323", "ệ");            // in whichever order
    check("\u1100\u1161\u11a8", "각");      // Hangul
    check("\u304b\u3099", "が");            // a voiced kana
    check("\u212b", "Å");                   // the sign of a unit is the letter
    check("u\u0308\xffu\u0308", "ü\xffü");  // what is no character parts what is
    check("\u0958", "\u0915\u093c");        // never composed
}

TEST_CASE("what has no other form stays") {
    for (const char* text : {"", "plain", "Müller", "q\u0308", "\u0308", "\xff\xfe", "a\xff\u0308", "ﬁ", "Ａ"}) {
        CAPTURE(text);
        CHECK(composed(text) == text);
        CHECK(is_composed(text));
    }
}

TEST_CASE("what is surely composed is composed indeed") {
    // A mark before it takes the long way.
    for (char32_t each = 1; each < 0x10000; ++each) {
        if (each >= 0xd800 && each <= 0xdfff) continue;
        std::string text;
        append_utf8(text, each);
        const bool whole = composed("\u0300 " + text) == "\u0300 " + text;
        if (is_composed(text) == whole) continue;
        CAPTURE(static_cast<std::uint32_t>(each));
        FAIL_CHECK("it is said to be in another form");
    }
}

TEST_CASE("what a character is for") {
    const auto check = [](std::u32string_view characters, CharacterKind expected) {
        for (const char32_t each : characters) {
            CAPTURE(static_cast<std::uint32_t>(each));
            CHECK(character_kind(each) == expected);
        }
    };
    check(U"aZßéжΩא\u0e01漢かー々한ªⅧ", CharacterKind::letter);
    check(U"\u0308\u093f\u05b0", CharacterKind::mark);
    check(U"09\u0663\uff11", CharacterKind::digit);
    check(U" \t\n\u00a0\u2009\u202f\u2028\u3000\u0085", CharacterKind::blank);
    check(U"-\u2010\u2011\u2013\u2014\u2212\uff0d", CharacterKind::dash);
    check(U"\u00ad\u200b\u200c\u200d\u200e\u202e\u2060\u2066\ufeff\ufe0f\u034f\u3164\U000e0041\U000e0101",
          CharacterKind::ignorable);
    check(U"!_.@€“²½☃\U0001f600\ufffd", CharacterKind::sign);
    check(U"\u0007\U0010ffff\ue000\u0378", CharacterKind::none);
    check({U"\0", 1}, CharacterKind::none);
    CHECK(is_capital(U'A'));
    CHECK(is_capital(U'Ж'));
    CHECK_FALSE(is_capital(U'a'));
    CHECK_FALSE(is_capital(U'漢'));
}

TEST_CASE("what is not to be seen is taken out") {
    const auto check = [](std::string_view text, std::string_view expected) {
        CHECK(without_ignorable(text) == expected);
    };
    check("dri\u00adver", "driver");
    check("\ufeffd\u200br\u202eiver\u2069", "driver");
    check("Müller\xff", "Müller\xff");
    check("", "");
}

TEST_CASE("names that look alike have one skeleton") {
    check_alike("driver", "drіver", true, true);   // Cyrillic і
    check_alike("АВС-1", "ABC-1", true, true);     // Cyrillic, Latin
    check_alike("ΟΙΚ", "OIK", true, true);         // Greek, Latin
    check_alike("mëet", "m\u0451et", true, true);  // Cyrillic ё
    check_alike("Ｔｅａｍ", "Team", true, true);   // wide
    check_alike("ﬁle", "file", true, true);
    check_alike("take\u2011orders", "take-orders", true, true);
    check_alike("dri\u00adver", "driver", true, true);
    check_alike("Mu\u0308ller", "Müller", true, true);
    check_alike("line-l", "line-I", true, false);
    check_alike("line-1", "line-I", true, false);
    check_alike("RISK-O1", "RISK-01", true, false);
}

TEST_CASE("names that differ by capitals alone have one folded skeleton") {
    check_alike("Driver", "driver", false, true);
    check_alike("MÜLLER", "müller", false, true);
    check_alike("ВУС", "Byc", false, true);  // Cyrillic capitals
    check_alike("ΛΟΓΟΣ", "λογος", false, true);
}

TEST_CASE("other names have skeletons of their own") {
    check_alike("driver", "drivers", false, false);
    check_alike("fail", "fall", false, false);
    check_alike("risk-10", "risk-11", false, false);
    check_alike("Müller", "Muller", false, false);
    check_alike("straße", "strasse", false, false);
    check_alike("a-b", "a_b", false, false);
    check_alike("дом", "том", false, false);
    check_alike("漢", "汉", false, false);
    check_alike("a\xff", "a\xfe", false, false);
}

TEST_CASE("file names as those file systems see them that fold capitals and forms") {
    const auto same = [](const char* one, const char* other) {
        CHECK(folded_file_name(one) == folded_file_name(other));
    };
    same("Driver", "driver");
    same("MÜLLER", "mu\u0308ller");
    same("STRASSE", "straße");
    same("ΛΟΓΟΣ", "λογος");
    CHECK(folded_file_name("a-1") != folded_file_name("a-l"));
    CHECK(folded_file_name("drіver") != folded_file_name("driver"));
}

TEST_CASE("where two texts first differ") {
    const auto check = [](std::string_view one, std::string_view other, std::size_t place, std::optional<char32_t> a,
                          std::optional<char32_t> b) {
        const Difference found = first_difference(one, other);
        CHECK(found.place == place);
        CHECK((found.one == a));
        CHECK((found.other == b));
    };
    check("drіver", "driver", 3, U'і', U'i');
    check("Müller", "Müiler", 3, U'l', U'i');
    check("a", "ab", 2, std::nullopt, U'b');
    check("ab", "", 1, U'a', std::nullopt);
}
