#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <random>

#include "base/text.h"
#include "output/document/document_format.h"
#include "output/document/mermaid.h"

using namespace ims;

namespace {

std::string written(const Document& document, const DocumentStyle& style = {}) {
    std::string text;
    document_formats::markdown(document, style, [&](std::string_view part) { text += part; });
    return text;
}

std::string written(Block block, const DocumentStyle& style = {}) {
    Document document;
    document.blocks.push_back(std::move(block));
    return written(document, style);
}

Inline record(std::string_view text) {
    Inline part;
    part.kind = Inline::Kind::record;
    part.text = text;
    part.target = "role/cashier";
    part.path = "roles/cashier.yaml";
    part.line = 7;
    return part;
}

// Side by side, with nothing between them.
Words glued(std::initializer_list<Words> parts) {
    Words all;
    for (const Words& part : parts) all.add(part);
    return all;
}

// How a reader of GitHub's flavour sees a row: cells end at each `|` without a `\` before it.
std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t index = 1; index < row.size(); ++index) {
        if (row[index] == '\\' && index + 1 < row.size()) {
            cell += row[index++];
            cell += row[index];
        } else if (row[index] == '|') {
            cells.emplace_back(trim(cell));
            cell.clear();
        } else {
            cell += row[index];
        }
    }
    return cells;
}

// What is left of escaped text once it is shown; fails on a sign that would be read as mark-up.
std::string shown(std::string_view text) {
    std::string out;
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (text[index] == '\\') {
            REQUIRE(index + 1 < text.size());
            ++index;
        } else {
            CAPTURE(text);
            CHECK(std::string_view("`*[]<|~$#@").find(text[index]) == std::string_view::npos);
        }
        out += text[index];
    }
    return out;
}

// White space joined, unsafe characters told: what a reader should see of a raw text.
std::string expected(std::string_view raw) {
    std::string joined;
    for (const char c : raw) {
        const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!blank) joined += c;
        else if (joined.empty() || joined.back() != ' ') joined += ' ';
    }
    return std::string(trim(visible(joined)));
}

constexpr std::string_view kNasty[] = {
    "|",
    "\\|",
    "\\",
    "`",
    "``",
    "```",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    " ",
    "    ",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "# ",
    "> ",
    "---",
    "===",
    "<b>",
    "</table>",
    "<!--",
    "-->",
    "<img src=x onerror=alert(1)>",
    "[x](y)",
    "![x](y)",
    "[^1]",
    "]",
    "**",
    "__",
    "_",
    "~~",
    "$$",
    "&lt;",
    "&#x3c;",
    "https://x.org",
    "www.x.org",
    "a@b.org",
    "@all",
    "#1",
    "!1",
    ":smile:",
    "\x1b[31m",
    "\u202e",
    "\u200b",
    "\u2028",
    "\xff",
    "\xc3",
    "ü",
    "花",
    "a",
    "B",
    "7",
    ".",
    ")",
    "(",
    "{{ x }}",
    "{% y %}",
    "|---|",
    "\x7f",
    "\"",
    "'",
};

std::string nasty(std::mt19937& random) {
    std::string text;
    const std::size_t pieces = 1 + random() % 6;
    for (std::size_t index = 0; index < pieces; ++index) text += kNasty[random() % std::size(kNasty)];
    return text;
}

}  // namespace

TEST_CASE("a page is headings, paragraphs, notes and lists, a blank line between them") {
    Document document;
    document.blocks = {Heading{1, raw("Gaps"), "gaps"}, Paragraph{glued({raw("See "), record("Cashier"), raw(".")})},
                       Note{raw("Mind this")}, Bullets{false, {{raw("one"), {}}, {raw("two"), {raw("below")}}}},
                       Bullets{true, {{raw("first"), {}}}}};
    CHECK(written(document) ==
          "# Gaps\n\nSee [Cashier](roles/cashier.yaml#L7).\n\n> Mind this\n\n- one\n- two\n  - below\n\n1. first\n");
}

TEST_CASE("links to records begin where the page stands") {
    DocumentStyle style;
    style.to_records = "../my shop/";
    CHECK(written(Paragraph{record("Cashier")}, style) == "[Cashier](../my%20shop/roles/cashier.yaml#L7)\n");
    Inline built_in = record("ISO 9001");
    built_in.path.clear();
    CHECK(written(Paragraph{built_in}) == "ISO 9001\n");
    CHECK(written(Paragraph{record(" ")}) == "[role/cashier](roles/cashier.yaml#L7)\n");
}

TEST_CASE("links to other reports only where they stand beside") {
    const Inline link = to_report("job description", "role", "role/cashier");
    CHECK(written(Paragraph{link}) == "job description\n");
    const ReportPlaces places = {{"gaps", "gaps"}, {"role role/cashier", "role/cashier"}};
    DocumentStyle style;
    style.reports = &places;
    CHECK(written(Paragraph{link}, style) == "[job description](role/cashier.md)\n");
    style.to_reports = "../";
    CHECK(written(Paragraph{to_report("gaps", "gaps")}, style) == "[gaps](../gaps.md)\n");
    CHECK(written(Paragraph{to_report("risks", "risks")}, style) == "risks\n");
}

TEST_CASE("no link leads to a script or to a local file") {
    CHECK(written(Paragraph{url("here", "javascript:alert(1)")}) == "here\n");
    CHECK(written(Paragraph{url("here", "file:///etc/passwd")}) == "here\n");
    CHECK(written(Paragraph{url("here", "HTTPS://example.org/?a=(1)")}) == "[here](HTTPS://example.org/?a=%281%29)\n");
}

TEST_CASE("a report's place lies in the folder of reports, whatever the id") {
    CHECK(document_place("gaps", "") == "gaps");
    CHECK(document_place("role", "role/cashier") == "role/cashier");
    CHECK(document_place("role", "role/../../etc") == "role/_.._.._etc");
    CHECK(document_place("role", "role/") == "role/_");
    CHECK(document_place("role", "role/.hidden") == "role/_.hidden");
    CHECK(document_place("role", "role/a:b\n") == "role/a_b_");
    CHECK(document_place("role", "role/con.x") == "role/con.x_");
    CHECK(document_place("role", "role/com1") == "role/com1_");
    CHECK(document_place("role", "role/coma") == "role/coma");
    CHECK(document_place("role", "role/a.") == "role/a._");
    CHECK(document_place("role", "role/a.md") == "role/a.md_");
    CHECK(document_place("role", "role/a.HTML") == "role/a.HTML_");
    CHECK(document_place("role", "role/v1.0") == "role/v1.0");
    std::string one = "role/" + std::string(99, 'a');
    for (int times = 0; times < 60; ++times) one += "ü";
    const std::string place = document_place("role", one + "1");
    CHECK(place.size() < 200);
    CHECK(first_invalid_utf8(place) == std::string_view::npos);
    CHECK(place != document_place("role", one + "2"));
    CHECK(document_place("role", "role/Zustellerin-ü") == "role/Zustellerin-ü");
}

TEST_CASE("emphasis only where it is sure to be read as such") {
    CHECK(written(Paragraph{glued({raw("is "), strong("high"), raw(", yes")})}) == "is **high**, yes\n");
    CHECK(written(Paragraph{glued({raw("un"), strong("safe")})}) == "unsafe\n");
    CHECK(written(Paragraph{glued({strong("safe"), raw("ty")})}) == "safety\n");
    CHECK(written(Paragraph{strong("\u3000x")}) == "\u3000x\n");
    CHECK(written(Paragraph{emphasis("Übung")}) == "*Übung*\n");
    CHECK(written(Paragraph{strong("a*b")}) == "**a\\*b**\n");
}

TEST_CASE("tables keep their columns, and tell how much they leave out") {
    Table table{.key = "t",
                .title = "T",
                .columns = {{"a", "A"}, {"b", "B", Column::Align::right}, {"p", "P", {}, {}, Column::For::programs}}};
    table.rows = {std::vector<TableCell>{raw("1|2"), raw(""), raw("x")},
                  std::vector<TableCell>{raw("3"), raw("4"), raw("y")}, std::vector<TableCell>{raw("5")}};
    table.most_shown = 2;
    CHECK(written(table) == "| A | B |\n| --- | ---: |\n| 1\\|2 |  |\n| 3 | 4 |\n\n… and 1 more.\n");
    table.most_shown = Table::kAllRows;
    CHECK(written(table).ends_with("| 5 |  |\n"));
    table.layout = Table::Layout::card;
    table.rows = {std::vector<TableCell>{raw("1"), raw("")}};
    CHECK(written(table) == "- **A:** 1\n");
}

TEST_CASE("diagrams cannot be broken out of") {
    Diagram diagram;
    diagram.nodes = {{"a \"b\" `c` <d> #e; \n```", Diagram::Shape::box, std::nullopt}, {"", Diagram::Shape::person, 0}};
    diagram.arrows = {{0, 1, "x|y", Diagram::Line::dashed}};
    diagram.groups = {{"g]"}};
    const std::string text = written(diagram);
    CHECK(text.starts_with("```mermaid\nflowchart LR\n"));
    CHECK(text.find("```", 3) == text.size() - 4);
    CHECK(text.find("n0[\"a #34;b#34; #96;c#96; #60;d#62; #35;e#59; #92;n#96;#96;#96;\"]") != std::string::npos);
    CHECK(text.find("n0 -.->|\"x#124;y\"| n1") != std::string::npos);
    diagram.arrows.assign(kMostArrows + 1, {0, 1, "", Diagram::Line::solid});
    diagram.says = "Who gives what to whom.";
    CHECK(written(diagram).starts_with("> Who gives what to whom."));
}

TEST_CASE("one arrow joins two boxes in Mermaid, and one each list and what it is around") {
    Diagram diagram;
    diagram.nodes = {{.label = "a"}, {.label = "b"}, {.label = "c", .note = "4 hours"}};
    diagram.arrows = {{0, 1, "", {}}, {1, 0, "", {}}, {0, 1, "", {}}, {1, 2, "", Diagram::Line::strong}};
    const std::string text = mermaid(diagram);
    CHECK(text.find("    n0 <--> n1\n    n1 ==> n2\n") != std::string::npos);
    CHECK(text.find("n2[\"c · 4 hours\"]") != std::string::npos);
    CHECK(std::ranges::count(text, '\n') == 6);
    diagram.layout = Diagram::Layout::around;
    diagram.arrows.clear();
    diagram.groups = {{"Inputs", Diagram::Side::left}, {"How", Diagram::Side::below}, {"Empty", Diagram::Side::right}};
    diagram.nodes[1].group = 0;
    diagram.nodes[2].group = 1;
    const std::string around = mermaid(diagram);
    CHECK(around.ends_with("    n0[\"a\"]\n    g0 --> n0\n    n0 -.- g1\n"));
    CHECK(around.find("g2") == std::string::npos);
}

TEST_CASE("labels of drawings are no lists") {
    Diagram diagram;
    for (const char* const label : {"1. Take the order", "- a", "2.5 t", "12) b", "a - 1. b"})
        diagram.nodes.push_back({label, {}, {}});
    const std::string text = mermaid(diagram);
    for (const char* const label :
         {"\"1#46; Take the order\"", "\"#45; a\"", "\"2#46;5 t\"", "\"12#41; b\"", "\"a - 1. b\""}) {
        CAPTURE(label);
        CHECK(text.find(label) != std::string::npos);
    }
}

TEST_CASE("no text of a record damages a table") {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        Table table{.columns = {{"a", "A"}, {"b", "B"}, {"c", "C"}}};
        std::vector<std::string> texts;
        for (int index = 0; index < 3; ++index) texts.push_back(nasty(random));
        table.rows.push_back(std::vector<TableCell>{raw(texts[0]), record(texts[1]), raw(texts[2])});
        const std::string text = written(table);
        CAPTURE(text);
        REQUIRE(std::ranges::count(text, '\n') == 3);
        const std::vector<std::string> cells = cells_of(std::string_view(text).substr(text.find("---\x20|\n") + 6));
        REQUIRE(cells.size() == 3);
        CHECK(shown(cells[0]) == expected(texts[0]));
        CHECK(shown(cells[2]) == expected(texts[2]));
        const std::string_view link = cells[1];
        REQUIRE(link.starts_with("["));
        REQUIRE(link.ends_with("](roles/cashier.yaml#L7)"));
        const std::string seen =
            shown(link.substr(1, link.size() - 1 - std::string_view("](roles/cashier.yaml#L7)").size()));
        CHECK(seen == (expected(texts[1]).empty() ? "role/cashier" : expected(texts[1])));
    }
}

TEST_CASE("no text of a record leaves its line or begins another block") {
    std::mt19937 random(8);
    for (int round = 0; round < 300; ++round) {
        const std::string text = nasty(random);
        const std::string paragraph = written(Paragraph{raw(text)});
        CAPTURE(paragraph);
        REQUIRE(std::ranges::count(paragraph, '\n') == 1);
        const std::string_view line = std::string_view(paragraph).substr(0, paragraph.size() - 1);
        CHECK(shown(line) == expected(text));
        if (line.empty()) continue;
        CHECK(std::string_view("-+># \t=|").find(line.front()) == std::string_view::npos);
        const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
        if (digits > 0 && digits < line.size())
            CHECK(std::string_view(".)").find(line[digits]) == std::string_view::npos);
        const std::string code_line = written(Paragraph{glued({raw("x "), code(text), raw(" y")})});
        CHECK(std::ranges::count(code_line, '\n') == 1);
    }
}
