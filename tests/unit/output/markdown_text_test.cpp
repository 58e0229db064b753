#include "output/document/markdown_text.h"

#include <doctest/doctest.h>

using namespace ims;

namespace {

void check(std::string_view raw, std::string_view expected) {
    CAPTURE(raw);
    CHECK(markdown_text(raw, TextPlace::within) == expected);
}

void check_start(std::string_view raw, std::string_view expected) {
    CAPTURE(raw);
    CHECK(markdown_text(raw, TextPlace::block_start) == expected);
}

}  // namespace

TEST_CASE("plain text stays as it is") {
    check("Sell over the counter (5 %), daily: 8-17h; it's \"fresh\".",
          "Sell over the counter (5 %), daily: 8-17h; it's \"fresh\".");
    check("über 花束 café", "über 花束 café");
    check("snake_case_name and a.b.c", "snake_case_name and a.b.c");
}

TEST_CASE("mark-up in a text is only itself") {
    check("a|b", "a\\|b");
    check("*x* **y** _z_", "\\*x\\* \\*\\*y\\*\\* \\_z\\_");
    check("`code`", "\\`code\\`");
    check("<script>alert(1)</script>", "\\<script>alert(1)\\</script>");
    check("[x](http://y)", "\\[x\\](http\\://y)");
    check("~~gone~~", "\\~\\~gone\\~\\~");
    check("C:\\temp", "C:\\\\temp");
    check("R&amp;D, R&D, Q & A, &#64;", "R\\&amp;D, R&D, Q & A, \\&\\#64;");
    check("$x$", "\\$x\\$");
}

TEST_CASE("what would become a link by itself does not") {
    check("see https://example.org", "see https\\://example.org");
    check("www.example.org", "www\\.example.org");
    check("@team, #12 and !7", "\\@team, \\#12 and \\!7");
    check("look!", "look\\!");  // a link may follow: an image otherwise
}

TEST_CASE("lines and characters that nobody sees") {
    check("one\ntwo\r\n\tthree", "one two three");
    check("a\x1b[31mred", "a\\\\u{1b}\\[31mred");
    check("safe\u202egnp.exe", "safe\\\\u{202e}gnp.exe");
    check("bad\xff", "bad\\\\x{ff}");
    check(std::string_view("nul\0byte", 8), "nul\\\\u{0}byte");
}

TEST_CASE("what means something where a block begins") {
    check_start("- item", "\\- item");
    check_start("+ item", "\\+ item");
    check_start("---", "\\---");
    check_start("===", "\\===");
    check_start("> quoted", "\\> quoted");
    check_start("# heading", "\\# heading");
    check_start("1. first", "1\\. first");
    check_start("23) twenty-third", "23\\) twenty-third");
    check_start("    code", "code");
    check_start("\n\n- item", "\\- item");
    check_start("2026-06-01", "2026-06-01");
    check_start("5 % of 3.5", "5 % of 3.5");
}

TEST_CASE("code spans hold what they are given") {
    CHECK(markdown_code("role/cashier", CodePlace::line) == "`role/cashier`");
    CHECK(markdown_code("a`b", CodePlace::line) == "``a`b``");
    CHECK(markdown_code("`a`", CodePlace::line) == "`` `a` ``");
    CHECK(markdown_code("a|b", CodePlace::line) == "`a|b`");
    CHECK(markdown_code("a|b", CodePlace::cell) == "a\\|b");
    CHECK(markdown_code("a\\", CodePlace::cell) == "a\\\\");
    CHECK(markdown_code("two\nlines", CodePlace::line) == "`two lines`");
    CHECK(markdown_code(" ", CodePlace::line).empty());
}

TEST_CASE("destinations of links end where they should") {
    CHECK(markdown_path("roles/cashier.yaml") == "roles/cashier.yaml");
    CHECK(markdown_path("../a b/(c)<d>.yaml") == "../a%20b/%28c%29%3Cd%3E.yaml");
    CHECK(markdown_path("javascript:alert") == "javascript%3Aalert");
    CHECK(markdown_path("ä#1?") == "%C3%A4%231%3F");
    CHECK(markdown_address("https://x.org/a?b=1&copy;=2#c") == "https://x.org/a?b=1&amp;copy;=2#c");
    CHECK(markdown_address("https://x.org/(a) b|`") == "https://x.org/%28a%29%20b%7C%60");
}
