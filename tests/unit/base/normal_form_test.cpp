#include "base/normal_form.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("a letter and its marks become one character") {
    CHECK(composed("Gro\xcc\x88\xc3\x9f\x65.md") == "Gr\xc3\xb6\xc3\x9f\x65.md");
    CHECK(composed("Mu\xcc\x88ller") == "M\xc3\xbcller");
    CHECK(composed("e\xcc\xa3\xcc\x82") == "\xe1\xbb\x87");                     // one after the other
    CHECK(composed("\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8") == "\xea\xb0\x81");  // Hangul
    CHECK(composed("\xe3\x81\x8b\xe3\x82\x99") == "\xe3\x81\x8c");              // a voiced kana
}

TEST_CASE("what has no other form stays") {
    for (const char* text : {"", "plain", "M\xc3\xbcller", "q\xcc\x88", "\xcc\x88", "\xff\xfe", "a\xff\xcc\x88"})
        CHECK(composed(text) == text);
}
