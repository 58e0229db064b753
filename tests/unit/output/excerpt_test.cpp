#include "output/excerpt.h"

#include <doctest/doctest.h>

using namespace ims;

namespace {

// The line, a bar, the marks.
std::string shown(std::string_view line, std::size_t begin, std::size_t end, std::size_t columns = 80) {
    const Excerpt found = excerpt(line, begin, end, columns);
    return found.line + "|" + found.marks;
}

}  // namespace

TEST_CASE("marks lie below what they mark") {
    CHECK(shown("role: x", 6, 7) == "role: x|      ^");
    CHECK(shown("role: x", 0, 4) == "role: x|^^^^");
    CHECK(shown("", 0, 0) == "|^");
}

TEST_CASE("what is missing has one mark") {
    CHECK(shown("role:", 5, 5) == "role:|     ^");
    CHECK(shown("a b", 1, 1) == "a b| ^");
}

TEST_CASE("a span that goes on below is marked to the end of its line") {
    CHECK(shown("a: {b,", 3, 400) == "a: {b,|   ^^^");
}

TEST_CASE("tabs become blanks, up to the next stop") {
    CHECK(shown("\tx", 1, 2) == "    x|    ^");
    CHECK(shown("ab\tx", 3, 4) == "ab  x|    ^");
    CHECK(shown("ab\tx", 2, 3) == "ab  x|  ^^");
}

TEST_CASE("wide characters have two marks, accents none of their own") {
    CHECK(shown("日本x", 0, 3) == "日本x|^^");
    CHECK(shown("日本x", 6, 7) == "日本x|    ^");
    CHECK(shown("e\u0301x", 0, 3) == "e\u0301x|^");
    CHECK(shown("e\u0301x", 3, 4) == "e\u0301x| ^");
    CHECK(shown("e\u0301x", 1, 3) == "e\u0301x| ^");
}

TEST_CASE("nothing unsafe is shown as it is") {
    CHECK(shown("a\x1b[31mb", 6, 7) == "a\\u{1b}[31mb|           ^");
    CHECK(shown("\u202e!", 3, 4) == "\\u{202e}!|        ^");
    CHECK(shown("\xff!", 0, 1) == "\\x{ff}!|^^^^^^");
}

TEST_CASE("a long line is cut around the marks") {
    const std::string line = std::string(100, 'a') + "XYZ" + std::string(100, 'b');
    CHECK(shown(line, 100, 103, 20) == "…aaaaaaXYZbbbbbbbbb…|       ^^^");
    CHECK(shown(line, 0, 3, 20) == "aaaaaaaaaaaaaaaaaa…|^^^");
    CHECK(shown(line, 200, 203, 20) == "…bbbbbbbbbbbbbbbbbb|                ^^^");
    CHECK(shown(line, 0, line.size(), 20) == "aaaaaaaaaaaaaaaaaa…|^^^^^^^^^^^^^^^^^^");
}

TEST_CASE("a cut is never wider than there is room, whatever the characters") {
    for (const std::string part : {"x", "日", "\x1b", "e\u0301", "\xf0"}) {
        std::string line;
        for (int count = 0; count < 500; ++count) line += part;
        for (std::size_t begin = 0; begin <= line.size(); begin += 7) {
            const Excerpt found = excerpt(line, begin, begin + 3, 40);
            CAPTURE(part);
            CAPTURE(begin);
            CHECK(found.marks.size() <= 40);
            CHECK(found.marks.find('^') != std::string::npos);
        }
    }
}
