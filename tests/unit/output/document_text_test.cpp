#include <doctest/doctest.h>

#include "output/document/document_format.h"

using namespace ims;

namespace {

std::string as_text(std::vector<Block> blocks, std::size_t columns = 0) {
    Document document;
    document.blocks = std::move(blocks);
    DocumentStyle style;
    style.columns = columns;
    std::string text;
    document_formats::text(document, style, [&](std::string_view piece) { text += piece; });
    return text;
}

Table small_table() {
    Table table{.columns = {{"a", "A"}, {.key = "n", .title = "Number", .align = Column::Align::right}, {"b", "What"}}};
    table.rows.push_back({raw("one"), TableCell::number(7), raw("short")});
    table.rows.push_back(
        {raw("日本"), TableCell::number(12), raw("a text that is longer than the screen has room for")});
    return table;
}

}  // namespace

TEST_CASE("columns are aligned by what a screen shows, and a pipe gets a row a line") {
    CHECK(as_text({small_table()}) ==
          "A     Number  What\n"
          "one        7  short\n"
          "日本      12  a text that is longer than the screen has room for\n");
}

TEST_CASE("on a screen the last column is wrapped") {
    CHECK(as_text({small_table()}, 40) ==
          "A     Number  What\n"
          "one        7  short\n"
          "日本      12  a text that is longer than\n"
          "              the screen has room for\n");
}

TEST_CASE("on a screen the widest columns are wrapped, and no word is broken") {
    Table table{.columns = {{"a", "A"},
                            {"b", "How it stands"},
                            {.key = "n", .title = "N", .align = Column::Align::right},
                            {"c", "What to do"}}};
    table.rows.push_back({raw("one"), raw("a text that is longer than its column has room for"), TableCell::number(7),
                          raw("one that is a little longer")});
    table.rows.push_back({raw("two"), raw("a-word-that-nothing-breaks-in-two"), TableCell::number(12), raw("")});
    CHECK(as_text({table}, 72) ==
          "A    How it stands                        N  What to do\n"
          "one  a text that is longer than its       7  one that is a little longer\n"
          "     column has room for\n"
          "two  a-word-that-nothing-breaks-in-two   12\n");
    CHECK(as_text({table}, 30) ==
          "A    How it stands                       N  What to do\n"
          "one  a text that is longer than its      7  one that is a little\n"
          "     column has room for                    longer\n"
          "two  a-word-that-nothing-breaks-in-two  12\n");
}

TEST_CASE("a table without rows says so, and one with too many how many more") {
    Table table = small_table();
    table.most_shown = 1;
    CHECK(as_text({table}).ends_with("short\n… and 1 more\n"));
    table.rows.clear();
    CHECK(as_text({table}) == "A  Number  What\nnone\n");
}

TEST_CASE("columns for programs are left out") {
    Table table{.columns = {{"a", "A"}, {.key = "n", .title = "N", .readers = Column::For::programs}}};
    table.rows.push_back({raw("one"), TableCell::number(7)});
    CHECK(as_text({table}) == "A\none\n");
}

TEST_CASE("headings, paragraphs, lists and cards") {
    Bullets list;
    list.numbered = true;
    list.items = {{raw("one"), {raw("below")}}, {raw("two words"), {}}};
    Table card{.columns = {{"a", "Long title"}, {"b", "B"}}, .layout = Table::Layout::card};
    card.rows.push_back({raw("one"), raw("two")});
    CHECK(as_text({Heading{1, raw("Title"), {}}, Paragraph{raw("Some text that is wrapped")}, list, card}, 14) ==
          "Title\n=====\n\n"
          "Some text that\nis wrapped\n\n"
          "1. one\n   - below\n2. two words\n\n"
          "Long title:  one\nB:           two\n");
}

TEST_CASE("nothing unsafe gets through, and a text of lines is one line in a cell") {
    Table table{.columns = {{"a", "A\x1b"}}};
    table.rows.push_back({raw("x\x1b[2J\u202e\ny")});
    CHECK(as_text({Heading{2, raw("H\x07"), {}}, table}) == "H\\u{7}\n------\n\nA\\u{1b}\nx\\u{1b}[2J\\u{202e} y\n");
}
