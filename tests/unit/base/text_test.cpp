#include "base/text.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace ims;
using namespace std::string_literals;

TEST_CASE("invalid UTF-8 is found where it begins") {
    const std::size_t none = std::string_view::npos;
    CHECK(first_invalid_utf8("") == none);
    CHECK(first_invalid_utf8("plain") == none);
    CHECK(first_invalid_utf8("é€😀") == none);
    CHECK(first_invalid_utf8("\xf4\x8f\xbf\xbf") == none);
    CHECK(first_invalid_utf8("ab\xff") == 2);
    CHECK(first_invalid_utf8("ab\xc3") == 2);            // cut short
    CHECK(first_invalid_utf8("a\xc0\xaf") == 1);         // overlong
    CHECK(first_invalid_utf8("\xe0\x80\xaf") == 0);      // overlong
    CHECK(first_invalid_utf8("\xf0\x80\x80\xaf") == 0);  // overlong
    CHECK(first_invalid_utf8("\xed\xa0\x80") == 0);      // surrogate
    CHECK(first_invalid_utf8("\xf4\x90\x80\x80") == 0);  // beyond U+10FFFF
    CHECK(first_invalid_utf8("\x80") == 0);
    CHECK(first_invalid_utf8("é\xe2\x82z") == 2);
}

TEST_CASE("every code point survives encoding and decoding") {
    for (char32_t value = 0; value <= 0x10ffff; ++value) {
        if (value >= 0xd800 && value <= 0xdfff) continue;
        std::string text;
        append_utf8(text, value);
        const CodePoint point = decode_utf8(text, 0);
        if (!point.valid || point.value != value || point.length != text.size()) FAIL(static_cast<unsigned>(value));
    }
    std::string text;
    append_utf8(text, 0xd800);
    append_utf8(text, 0x110000);
    CHECK(text == "\ufffd\ufffd");
}

TEST_CASE("code points and columns are counted") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("é€😀a") == 4);
    CHECK(count_code_points("\xff\xfe") == 2);
    CHECK(display_width("risk") == 4);
    CHECK(display_width("é") == 1);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("品質") == 4);
    CHECK(display_width("한") == 2);
    CHECK(display_width("ｗ") == 2);
    CHECK(display_width("😀") == 2);
    CHECK(display_width("…") == 1);
    CHECK(display_width("→") == 1);
    CHECK(display_width("\u200b") == 0);
}

TEST_CASE("text that controls a terminal, reorders or hides is made visible") {
    CHECK(visible("plain é 品") == "plain é 品");
    CHECK(visible("a\nb\tc\rd") == "a\\nb\\tc\\rd");
    CHECK(visible("\x1b[31m") == "\\u{1b}[31m");
    CHECK(visible("a\0b"s) == "a\\u{0}b");
    CHECK(visible("\u202e") == "\\u{202e}");
    CHECK(visible("\u2066\u2069\u200f\ufeff\u2028") == "\\u{2066}\\u{2069}\\u{200f}\\u{feff}\\u{2028}");
    CHECK(visible("\u0085\x7f") == "\\u{85}\\u{7f}");
    CHECK(visible("a\xff\xc3") == "a\\x{ff}\\x{c3}");
    CHECK(is_unsafe(0xe0041));
    CHECK_FALSE(is_unsafe(U'é'));
    CHECK_FALSE(is_unsafe(0x00a0));
}

TEST_CASE("what has been made visible is safe") {
    for (char32_t value = 0; value <= 0x10ffff; ++value) {
        if (!is_unsafe(value)) continue;
        std::string text;
        append_utf8(text, value);
        for (const char c : visible(text)) {
            if (c < 0x20 || c > 0x7e) FAIL(static_cast<unsigned>(value));
        }
    }
}

TEST_CASE("text is cut after so many code points, never within an escape") {
    CHECK(shorten("risk", 4) == "risk");
    CHECK(shorten("risks", 4) == "risk…");
    CHECK(shorten("éééé", 2) == "éé…");
    CHECK(shorten("ab\ncd", 4) == "ab\\n…");
    CHECK(shorten("ab\ncd", 3) == "ab…");
    CHECK(shorten("", 0).empty());
    CHECK(shorten("a", 0) == "…");
}

TEST_CASE("letters, blanks and lists") {
    CHECK(to_lower("RiSK-É") == "risk-É");
    CHECK(trim(" \t a b\r\n") == "a b");
    CHECK(trim(" \n ").empty());
    CHECK(counted(0, "risk") == "0 risks");
    CHECK(counted(1, "risk") == "1 risk");
    CHECK(counted(2, "process", "processes") == "2 processes");
}

TEST_CASE("names are joined as in a sentence") {
    using Names = std::vector<std::string_view>;
    CHECK(join_names(Names{}, Ticks::no).empty());
    CHECK(join_names(Names{"a"}, Ticks::yes) == "`a`");
    CHECK(join_names(Names{"a", "b"}, Ticks::no) == "a and b");
    CHECK(join_names(Names{"a", "b", "c"}, Ticks::yes) == "`a`, `b` and `c`");
    CHECK(join_names(Names{"a", "b", "c", "d"}, Ticks::no, 2) == "a, b and 2 more");
    CHECK(join_names(Names{"a", "b", "c"}, Ticks::no, 2) == "a, b and c");
    CHECK(join_names(std::array<std::string, 1>{"a\nb"}, Ticks::no) == "a\\nb");
}

TEST_CASE("words are wrapped at blanks, by what a screen shows") {
    using Lines = std::vector<std::string>;
    CHECK(ims::wrap_words("one two three", 7) == Lines{"one two", "three"});
    CHECK(ims::wrap_words("one two three", 100) == Lines{"one two three"});
    CHECK(ims::wrap_words("incomprehensible to me", 5) == Lines{"incomprehensible", "to me"});
    CHECK(ims::wrap_words("日本 日本", 8) == Lines{"日本", "日本"});
    CHECK(ims::wrap_words("日本 日本", 9) == Lines{"日本 日本"});
    CHECK(ims::wrap_words("", 5) == Lines{""});
}
