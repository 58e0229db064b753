#include <doctest/doctest.h>

#include <fmt/format.h>

#include "base/sha256.h"
#include "output/document/diagram_layout.h"
#include "output/document/document_format.h"
#include "output/document/html_text.h"
#include "output/document/page_texts.h"
#include "output/document/svg.h"

using namespace ims;

namespace {

std::string written(const Document& document, const DocumentStyle& style = {}) {
    std::string text;
    document_formats::html(document, style, [&](std::string_view part) { text += part; });
    return text;
}

// What stands between the page's frame and its script.
std::string written(Block block, const DocumentStyle& style = {}) {
    Document document;
    document.blocks.push_back(std::move(block));
    const std::string text = written(document, style);
    const std::string_view begin = "<main id=\"ims:main\">\n";
    const std::size_t from = text.find(begin) + begin.size();
    return text.substr(from, text.find("</main>") - from);
}

Inline record(std::string_view text) {
    Inline part;
    part.kind = Inline::Kind::record;
    part.text = text;
    part.target = "role/cashier";
    part.path = "roles/the \"cashier\".yaml";
    part.line = 7;
    return part;
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

constexpr std::string_view kHostile = "<script>alert(1)</script> & \"quotes\" 'single' \x1b[31m \u202e a\nb";

}  // namespace

TEST_CASE("html: nothing of a record is mark-up") {
    CHECK(html_text(kHostile) ==
          "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &#39;single&#39; \\u{1b}[31m \\u{202e} a b");
    Document document;
    document.title = kHostile;
    document.organisation = kHostile;
    document.blocks.emplace_back(Heading{1, raw(kHostile), {}});
    document.blocks.emplace_back(Heading{2, raw(kHostile), "a-b"});
    document.blocks.emplace_back(Heading{3, raw(kHostile), "c"});
    document.blocks.emplace_back(Heading{3, raw(kHostile), "d"});
    Words marked = strong(kHostile);
    marked.add(emphasis(kHostile));
    marked.add(code(kHostile));
    document.blocks.emplace_back(Paragraph{marked});
    document.blocks.emplace_back(Note{raw(kHostile)});
    Inline linked = record(kHostile);
    linked.path = kHostile;
    document.blocks.emplace_back(Bullets{false, {{linked, {raw(kHostile)}}}});
    Table table{
        .key = std::string(kHostile), .title = std::string(kHostile), .columns = {{"a", std::string(kHostile)}}};
    table.rows.push_back({TableCell(raw(kHostile), MachineValue(std::string(kHostile) + "!"))});
    document.blocks.emplace_back(table);
    table.layout = Table::Layout::card;
    document.blocks.emplace_back(table);
    Diagram diagram;
    diagram.nodes = {{std::string(kHostile), {}, 0}, {std::string(kHostile), Diagram::Shape::store, {}}};
    diagram.arrows = {{0, 1, std::string(kHostile), {}}};
    diagram.groups = {{std::string(kHostile)}};
    diagram.says = kHostile;
    document.blocks.emplace_back(diagram);
    diagram.nodes.resize(kMostDrawnNodes + 1);
    document.blocks.emplace_back(diagram);
    const std::string text = written(document);
    CHECK(count(text, "<script>") == 1);
    CHECK(count(text, "</script>") == 1);
    CHECK(text.find("alert(1)</script") == std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\u202e") == std::string::npos);
    CHECK(text.find("\"quotes\"") == std::string::npos);
    CHECK(text.find("javascript:") == std::string::npos);
}

TEST_CASE("html: the page names the hashes of what it holds, and allows nothing else") {
    const std::string text = written(Document{});
    const auto between = [&](std::string_view begin, std::string_view end) {
        const std::size_t from = text.find(begin) + begin.size();
        return text.substr(from, text.find(end, from) - from);
    };
    CHECK(between("style-src '", "'") == "sha256-" + sha256_base64(between("<style>", "</style>")));
    CHECK(between("script-src '", "'") == "sha256-" + sha256_base64(between("<script>", "</script>")));
    CHECK(text.find("default-src 'none'") != std::string::npos);
    CHECK(count(text, "http:") + count(text, "https:") == 0);
    CHECK(text.find(" style=") == std::string::npos);
    CHECK(text.find(" onclick") == std::string::npos);
}

TEST_CASE("html: links lead to records, sections, reports and the web, and to no script") {
    DocumentStyle style;
    style.to_records = "../my shop/";
    CHECK(written(Paragraph{record("Cashier")}, style) ==
          "<p><a href=\"../my%20shop/roles/the%20%22cashier%22.yaml#L7\">Cashier</a></p>\n");
    Inline built_in = record("ISO 9001");
    built_in.path.clear();
    CHECK(written(Paragraph{built_in}) == "<p>ISO 9001</p>\n");
    Inline section;
    section.kind = Inline::Kind::section;
    section.text = "below";
    section.target = "gaps";
    CHECK(written(Paragraph{section}) == "<p><a href=\"#gaps\">below</a></p>\n");
    CHECK(written(Paragraph{to_report("gaps", "gaps")}) == "<p>gaps</p>\n");
    const ReportPlaces places = {{"role role/ä", "role/ä"}};
    style.reports = &places;
    style.to_reports = "../";
    CHECK(written(Paragraph{to_report("Ä", "role", "role/ä")}, style) ==
          "<p><a href=\"../role/%C3%A4.html\">Ä</a></p>\n");
    CHECK(written(Paragraph{url("law", "https://example.org/?a=1&b=\"2\"")}) ==
          "<p><a href=\"https://example.org/?a=1&amp;b=%222%22\" rel=\"noopener noreferrer\">law</a></p>\n");
    for (const char* const bad :
         {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x",
          "file:///etc/passwd", "https:javascript", "java\nscript:alert(1)", "//x"}) {
        CAPTURE(bad);
        CHECK(written(Paragraph{url("x", bad)}) == "<p>x</p>\n");
    }
}

TEST_CASE("html: tables for people and for the script that sorts them") {
    Table table{.key = "t",
                .title = "The table",
                .columns = {{"a", "A"},
                            {"b", "B", Column::Align::right},
                            {"p", "P", {}, {}, Column::For::programs},
                            {"c", "C", Column::Align::centre}}};
    TableCell bad(raw("P · · A"), MachineValue("PA"));
    bad.tone = Tone::bad;
    table.rows = {{raw("x"), TableCell::number(10), raw("hidden"), bad},
                  {raw("y"), TableCell(raw("unknown"), MachineValue(nullptr))},
                  {raw("z")}};
    table.most_shown = 2;
    CHECK(written(table) ==
          "<div class=\"table\">\n<table role=\"table\" id=\"ims:table-t\" class=\"sortable fits-phone\" "
          "aria-label=\"The table\">\n<thead role=\"rowgroup\"><tr role=\"row\">"
          "<th role=\"columnheader\" scope=\"col\" class=\"m4\">A</th>"
          "<th role=\"columnheader\" scope=\"col\" class=\"right m8\">B</th>"
          "<th role=\"columnheader\" scope=\"col\" class=\"centre m4\">C</th></tr></thead>\n"
          "<tbody role=\"rowgroup\">\n"
          "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">x</th>"
          "<td role=\"cell\" class=\"right\" data-label=\"B\">10</td>"
          "<td role=\"cell\" class=\"centre bad\" data-label=\"C\" data-sort=\"PA\">P · · A</td></tr>\n"
          "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">y</th>"
          "<td role=\"cell\" class=\"right\" data-label=\"B\" data-sort=\"\">unknown</td>"
          "<td role=\"cell\" class=\"centre\" data-label=\"C\"></td></tr>\n"
          "</tbody>\n</table>\n</div>\n<p class=\"more\">… and 1 more.</p>\n");
    table.sortable = false;
    CHECK(written(table).find("sortable") == std::string::npos);
}

TEST_CASE("html: what rows can be filtered by stands beside them, also what only programs read") {
    Column owner{"owner", "Owner"};
    Column sites{"sites", "Site", {}, {}, Column::For::programs};
    owner.is_facet = sites.is_facet = true;
    Table table{.key = "t", .columns = {{"a", "A"}, owner, sites}};
    Words two = record("Cashier");
    two.add(raw(", "));
    two.add(record("Bo\"ss"));
    table.rows = {
        {raw("x"), TableCell(two), TableCell(raw("Shop, Store"), std::vector<std::string>{"shop", "the-store"})},
        {raw("y"), TableCell(), TableCell(raw("Shop"))}};
    const std::string text = written(table);
    CHECK(count(text, " data-facets=\"owner sites\" data-titles=\"Owner&#10;Site\"") == 1);
    CHECK(count(text, "<tr role=\"row\" data-f0=\"Cashier&#10;Bo&quot;ss\" data-f1=\"shop&#10;the store\">") == 1);
    CHECK(count(text, "<tr role=\"row\" data-f0=\"\" data-f1=\"Shop\">") == 1);
    CHECK(count(text, "Store") == 0);
}

TEST_CASE("html: a table says which screens it fits; heads of a matrix stand upright where they need more room") {
    Table table{.key = "t", .columns = {{"a", "A"}}};
    table.rows = {{raw("word")}};
    const auto fits = [&](std::string_view screen) {
        return count(written(table), fmt::format("{}\" aria-label", screen)) == 1;
    };
    CHECK(fits("fits-phone"));
    const std::string word(30, 'w');
    table.rows = {{raw(word), raw(word), raw(word)}};
    table.columns.resize(3, {"b", "B"});
    CHECK(fits("fits-tablet"));
    table.columns.resize(6, {"b", "B"});
    table.rows.front().resize(6, raw(word));
    CHECK(fits("fits-screen"));
    table.columns.resize(12, {"b", "B"});
    table.rows.front().resize(12, raw(word));
    CHECK(fits("fits-none"));
    table.columns.assign(12, {"b", word, Column::Align::centre});
    table.rows = {{raw("x")}};
    CHECK(fits("fits-tablet"));
    CHECK(count(written(table), "<span class=\"upright\">") == 12);
}

TEST_CASE("html: the menu leads from each page to all, and says which it is") {
    const ReportPlaces places = {{"index", "index"}, {"gaps", "gaps"}, {"role role/a", "role/a"}, {"search", "search"}};
    SiteMenu menu;
    menu.first = {{"Start", "index"}};
    menu.groups = {{"For <those>", {{"Gaps", "gaps"}, {"Not here", "board"}, {"A", "role role/a"}}}};
    menu.search = "search";
    DocumentStyle style;
    style.reports = &places;
    style.to_reports = "../";
    CHECK(count(written(Document{}, style), "<nav class=\"menu\"") == 0);
    style.menu = &menu;
    Document document;
    document.report = "role";
    document.subject = "role/a";
    const std::string text = written(document, style);
    CHECK(count(text, "<a href=\"../index.html\">Start</a>") == 1);
    CHECK(count(text, "<summary>For &lt;those&gt;</summary>") == 1);
    CHECK(count(text, "<li><a href=\"../gaps.html\">Gaps</a></li>") == 1);
    CHECK(count(text, "<a href=\"../role/a.html\" aria-current=\"page\">A</a>") == 1);
    CHECK(count(text, "aria-current") == count(std::string(page_js()) + std::string(page_css()), "aria-current") + 1);
    CHECK(count(text, "Not here") == 0);
    CHECK(count(text, " data-search=\"../search.html\"") == 1);
    CHECK(count(text, "<a class=\"skip\" href=\"#ims:main\">") == 1);
}

TEST_CASE("html: what is searched is data, whatever the records say") {
    const ReportPlaces places = {{"record role/a", "record/role/a"}};
    DocumentStyle style;
    style.reports = &places;
    Search search;
    search.entries = {{"</script><script>alert(1)</script>", "Role", "record role/a", "a \"b\"\n<!--"},
                      {"Nowhere", "Role", "record role/b", ""}};
    search.otherwise = raw("Look elsewhere.");
    const std::string text = written(Block(search), style);
    CHECK(text ==
          "<div class=\"search\">\n<p class=\"otherwise\">Look elsewhere.</p>\n</div>\n"
          "<script type=\"application/json\" "
          "id=\"ims:pages\">[\n[\"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\","
          "\"Role\",\"record/role/a.html\",\"a \\\"b\\\"\\n\\u003c!--\"]\n]</script>\n");
}

TEST_CASE("html: contents with two levels, each list closed") {
    Document document;
    for (const int level : {3, 2, 3, 3, 2, 3})
        document.blocks.emplace_back(Heading{level, raw("H"), fmt::format("h-{}", document.blocks.size())});
    const std::string text = written(document);
    const std::size_t begin = text.find("<nav class=\"contents\"");
    const std::string nav = text.substr(begin, text.find("</nav>") - begin);
    CHECK(count(nav, "<ul>") == 3);
    CHECK(count(nav, "</ul>") == 3);
    CHECK(count(nav, "<li>") == 6);
    CHECK(count(nav, "</li>") == 6);
}

TEST_CASE("html: a drawing that would be too large is told") {
    Diagram diagram;
    diagram.says = "Many things.";
    diagram.nodes.resize(kMostDrawnNodes + 1, {"n", {}, {}});
    diagram.arrows = {{0, 1, "to", {}}, {7, 99, "", {}}};
    const std::string text = written(diagram);
    CHECK(text.find("<svg") == std::string::npos);
    CHECK(text.find("<p>Many things.</p>") != std::string::npos);
    CHECK(text.find("too large: 61 boxes and 2 arrows") != std::string::npos);
    CHECK(text.find("<li>n → n: to</li>") != std::string::npos);
    diagram.nodes.resize(kMostDrawnNodes);
    CHECK(written(diagram).find("<desc id=\"ims:drawing-1-says\">Many things.</desc>") != std::string::npos);
}

TEST_CASE("html: a landscape tells what flows where the script finds it, and boxes lead to their pages") {
    Diagram diagram;
    diagram.layout = Diagram::Layout::lanes;
    diagram.groups = {{"Core", {}}};
    Inline link;
    link.kind = Inline::Kind::record;
    link.text = "Sell";
    link.target = "process/sell";
    link.path = "a b.yaml";
    link.line = 3;
    diagram.nodes = {{.label = "Sell", .group = 0, .link = link}, {.label = "Bake <it>", .group = 0}};
    diagram.arrows = {{.from = 0, .to = 1, .label = {}, .items = {"orders", "a & b"}}};
    const std::string text = written(diagram);
    CHECK(text.find("<a class=\"node\" data-node=\"0\" href=\"a%20b.yaml#L3\">") != std::string::npos);
    CHECK(text.find("<g class=\"node\" data-node=\"1\">") != std::string::npos);
    CHECK(text.find("<li data-from=\"0\" data-to=\"1\"><a href=\"a%20b.yaml#L3\">Sell</a> → Bake &lt;it&gt;: orders, "
                    "a &amp; b</li>") != std::string::npos);
    // A picture hides its links from those who do not see it.
    CHECK(text.find("role=\"img\"") == std::string::npos);
    diagram.nodes[0].link.reset();
    CHECK(written(diagram).find("role=\"img\"") != std::string::npos);
}

TEST_CASE("a day in a sentence is not broken behind its hyphens") {
    const auto in_html = [](std::string_view text) { return written(Paragraph{raw(text)}); };
    CHECK(in_html("due by 2026-09-30, or so").find("by <span class=\"day\">2026-09-30</span>, or") !=
          std::string::npos);
    CHECK(in_html("ends with 2026-09-30").find("<span class=\"day\">2026-09-30</span></p>") != std::string::npos);
    for (const std::string_view text : {"part 12026-09-30 of it", "part 2026-09-301 of it", "in 2026-09 or 2026-9-30"})
        CHECK_MESSAGE(in_html(text).find("class=\"day\"") == std::string::npos, text);
}
