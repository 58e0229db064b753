#include "report/prose.h"

#include <doctest/doctest.h>

using namespace ims;

namespace {

std::string describe(const Words& words) {
    std::string text;
    for (const Inline& part : words.parts()) {
        switch (part.kind) {
            case Inline::Kind::strong: text += "<b " + part.text + ">"; break;
            case Inline::Kind::emphasis: text += "<i " + part.text + ">"; break;
            case Inline::Kind::code: text += "<code " + part.text + ">"; break;
            case Inline::Kind::url: text += "<a " + part.target + " " + part.text + ">"; break;
            default: text += part.text;
        }
    }
    return text;
}

void check_line(std::string_view markdown, std::string_view expected) {
    CAPTURE(markdown);
    CHECK(describe(read_prose_line(markdown)) == expected);
}

std::string describe(const std::vector<Block>& blocks) {
    std::string text;
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) text += "p(" + describe(paragraph->words) + ")";
        if (const auto* list = std::get_if<Bullets>(&block)) {
            text += list->numbered ? "ol(" : "ul(";
            for (const Bullets::Item& item : list->items) text += "[" + describe(item.words) + "]";
            text += ")";
        }
    }
    return text;
}

void check_blocks(std::string_view markdown, std::string_view expected) {
    CAPTURE(markdown);
    CHECK(describe(read_prose(markdown)) == expected);
}

}  // namespace

TEST_CASE("pieces of a line") {
    check_line("a **b** *c* `d` __e__ _f_", "a <b b> <i c> <code d> <b e> <i f>");
    check_line("[site](https://x.org/a) and <mailto:a@b.org>",
               "<a https://x.org/a site> and <a mailto:a@b.org mailto:a@b.org>");
    check_line("2 * 3 * 4, snake_case_name, a*b*c", "2 * 3 * 4, snake_case_name, a*b*c");
    check_line("\\*not\\* \\`this\\`", "*not* `this`");
    check_line("``two`` and ` and **", "``two`` and ` and **");
}

TEST_CASE("what could change the page stays text") {
    check_line("<b>x</b> <script>", "<b>x</b> <script>");
    check_line("[x](javascript:alert(1)) [y](../z)", "[x](javascript:alert(1)) [y](../z)");
    check_line("![pixel](https://x.org/p.png)", "!<a https://x.org/p.png pixel>");
    check_blocks("# Heading\n\n| a |\n| - |\n\n```\ncode", "p(# Heading)p(| a | | - |)p(``` code)");
}

TEST_CASE("paragraphs and lists") {
    check_blocks("one\ntwo\n\nthree", "p(one two)p(three)");
    check_blocks("Do:\n- a\n- b\n  more\n\n- c\n\nend", "p(Do:)ul([a][b more][c])p(end)");
    check_blocks("1. a\n2. b\n- c", "ol([a][b])ul([c])");
    check_blocks("", "");
    check_blocks(" \n\n", "");
}

TEST_CASE("a long line of markers is read in one pass") {
    std::string text;
    for (int index = 0; index < 200000; ++index) text += index % 3 == 0 ? "*a" : index % 3 == 1 ? "`" : "[_";
    CHECK(read_prose(text).size() == 1);
}

TEST_CASE("a text of a record leaves its full stop where words follow") {
    CHECK(without_stop("At our works. ") == "At our works");
    CHECK(without_stop("At our works") == "At our works");
    CHECK(without_stop("And so on...") == "And so on...");
    CHECK(without_stop(".").empty());
    CHECK(without_stop("").empty());
}
