#include "lsp/protocol/text_place.h"

#include <doctest/doctest.h>

#include "lsp/protocol/uri.h"

namespace ims {
namespace {

// Of the first `mark` in a text, the position there and back.
void check(std::string_view text, std::string_view mark, Encoding encoding, TextPosition expected) {
    CAPTURE(text);
    const std::vector<std::uint32_t> starts = line_starts_of(text);
    const TextLines lines(text, starts);
    const auto offset = static_cast<std::uint32_t>(text.find(mark));
    CHECK(lines.position(offset, encoding) == expected);
    CHECK(lines.offset(expected, encoding) == offset);
}

TEST_CASE("places are counted as the client counts them") {
    check("title: Bäckerei\n", "c", Encoding::utf16, {0, 9});
    check("title: Bäckerei\n", "c", Encoding::utf8, {0, 10});
    check("a: \xF0\x9F\x8D\x9E x\n", "x", Encoding::utf16, {0, 6});
    check("a: \xF0\x9F\x8D\x9E x\n", "x", Encoding::utf8, {0, 8});
    check("a: 1\r\nb: 2\r\n", "2", Encoding::utf16, {1, 3});
    check("a: 1\rb: 2", "2", Encoding::utf16, {1, 3});
    check(
        "\xEF\xBB\xBF"
        "a: 1\n",
        "1", Encoding::utf16, {0, 3});
}

TEST_CASE("what lies behind an end is at that end, and within a character before it") {
    const std::string_view text = "ab\r\n\xF0\x9F\x8D\x9E";
    const std::vector<std::uint32_t> starts = line_starts_of(text);
    const TextLines lines(text, starts);
    CHECK(lines.offset({0, 99}, Encoding::utf16) == 2);
    CHECK(lines.offset({1, 1}, Encoding::utf16) == 4);
    CHECK(lines.offset({7, 0}, Encoding::utf16) == 8);
    CHECK(lines.line(0) == "ab");
}

TEST_CASE("a place goes along with the text around it") {
    const MovedText moved("one two three", "one 2 and a half three");
    CHECK(moved(0) == 0);
    CHECK(moved(4) == 4);
    CHECK(moved(8) == 17);
    CHECK(moved(13) == 22);
    CHECK(MovedText("abc", "abc")(2) == 2);
    CHECK(MovedText("aaa", "aa")(3) == 2);
}

TEST_CASE("paths and URIs are each other") {
    for (const std::string_view path : {"/a/b.yaml", "/a b/ü%20.yaml", "/a#b?c/[d].yaml", "/"}) {
        CAPTURE(path);
        CHECK(path_of_uri(uri_of_path(path)) == path);
    }
    CHECK(uri_of_path("/a b/ü.yaml") == "file:///a%20b/%C3%BC.yaml");
    CHECK(path_of_uri("file:///c%3A/x%20y/") == "/c:/x y");
    CHECK(path_of_uri("file://localhost/a") == "/a");
    CHECK(path_of_uri("file:///a%2") == "/a%2");
    CHECK_FALSE(path_of_uri("untitled:Untitled-1"));
    CHECK_FALSE(path_of_uri("file://elsewhere/a"));
    CHECK_FALSE(path_of_uri("git:/a/b.yaml"));
}

}  // namespace
}  // namespace ims
