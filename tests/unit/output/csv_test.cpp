#include <doctest/doctest.h>

#include "output/document/document_format.h"

using namespace ims;

namespace {

std::string written(const Document& document, bool into_file = false) {
    DocumentStyle style;
    style.into_file = into_file;
    std::string text;
    document_formats::csv(document, style, [&](std::string_view part) { text += part; });
    return text;
}

// What is written for a cell between two others.
std::string cell(TableCell middle) {
    Document document;
    Table table{.key = "t", .title = "T", .columns = {{"a", "A"}, {"b", "B"}, {"c", "C"}}};
    table.rows.push_back({raw("x"), std::move(middle), raw("y")});
    document.blocks.emplace_back(std::move(table));
    const std::string text = written(document);
    const std::string before = "A,B,C\r\nx,";
    REQUIRE(text.starts_with(before));
    REQUIRE(text.ends_with(",y\r\n"));
    return text.substr(before.size(), text.size() - before.size() - 4);
}

Inline cashier() {
    Inline part;
    part.kind = Inline::Kind::record;
    part.text = "The cashier";
    part.target = "role/cashier";
    return part;
}

Words overdue() {
    Words words = raw("2026-05-01, ");
    words.add(strong("overdue"));
    return words;
}

}  // namespace

TEST_CASE("csv: quoted where RFC 4180 asks for it") {
    CHECK(cell(raw("plain")) == "plain");
    CHECK(cell(raw("a, b")) == "\"a, b\"");
    CHECK(cell(raw("say \"no\"")) == "\"say \"\"no\"\"\"");
    CHECK(cell(raw("two\nlines")) == "two lines");
    CHECK(cell(raw("  ends  ")) == "ends");
    CHECK(cell(raw("")) == "");
    CHECK(cell(raw("Blüten & <b>")) == "Blüten & <b>");
    CHECK(cell(raw("a\x1b[31mb")) == "a\\u{1b}[31mb");
}

TEST_CASE("csv: nothing that a spreadsheet would run") {
    CHECK(cell(raw("=1+1")) == "'=1+1");
    CHECK(cell(raw("=HYPERLINK(\"http://x\",\"y\")")) == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    CHECK(cell(raw("+49 30 1234")) == "'+49 30 1234");
    CHECK(cell(raw("-2+3+cmd|' /C calc'!A0")) == "'-2+3+cmd|' /C calc'!A0");
    CHECK(cell(raw("@SUM(A1)")) == "'@SUM(A1)");
    CHECK(cell(raw("\t=1")) == "'=1");
    CHECK(cell(raw("\r=1")) == "'=1");
    CHECK(cell(raw(" =1")) == "'=1");
    CHECK(cell(raw("＝1+1")) == "'＝1+1");
    // Where cells are divided at `;`.
    CHECK(cell(raw("a;=1")) == "\"a;'=1\"");
    CHECK(cell(raw("a; \"=1")) == "\"a; \"\"'=1\"");
    CHECK(cell(code("=1")) == "'=1");
}

TEST_CASE("csv: numbers, days and answers stay what they are") {
    CHECK(cell(raw("-5")) == "-5");
    CHECK(cell(raw("-5.25")) == "-5.25");
    CHECK(cell(raw("-5.")) == "'-5.");
    CHECK(cell(raw("-5-5")) == "'-5-5");
    CHECK(cell(raw("--5")) == "'--5");
    CHECK(cell(TableCell::number(12)) == "12");
    CHECK(cell(TableCell(raw("minus three"), MachineValue(std::int64_t{-3}))) == "-3");
    CHECK(cell(TableCell(raw("a half"), MachineValue(0.5))) == "0.5");
    CHECK(cell(TableCell(overdue(), MachineValue("2026-05-01"))) == "2026-05-01");
    CHECK(cell(TableCell(raw(""), MachineValue(true))) == "yes");
    CHECK(cell(TableCell(raw("no date"), MachineValue(nullptr))) == "no date");
    CHECK(cell(TableCell(raw("high (likely × major)"), MachineValue("high"))) == "high (likely × major)");
    CHECK(cell(TableCell(raw(""), MachineValue("high"))) == "high");
    CHECK(cell(TableCell(raw(""), MachineValue(std::vector<std::string>{"a", "b"}))) == "\"a\nb\"");
}

TEST_CASE("csv: a record has its title and, in a column of its own, its id") {
    Document document;
    Table table{.key = "t", .columns = {{"role", "Role", {}, Column::Holds::record}, {"n", "N"}}};
    Words both = cashier();
    both.add(raw(" "));
    both.add(code("cashier"));
    table.rows.push_back({both, raw("1")});
    table.rows.push_back({raw("vacant"), raw("2")});
    table.rows.push_back({});
    document.blocks.emplace_back(std::move(table));
    CHECK(written(document) == "Role,Role (id),N\r\nThe cashier,role/cashier,1\r\nvacant,,2\r\n,,\r\n");
}

namespace {

// As a program reads RFC 4180: what stands in each cell of each row.
std::vector<std::vector<std::string>> read_csv(const std::string& text, char separator) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        std::string& cell = rows.back().back();
        if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"') cell += text[++at];
        else if (c == '"') quoted = !quoted;
        else if (quoted) cell += c;
        else if (c == separator) rows.back().emplace_back();
        else if (c == '\n') rows.emplace_back(1);
        else if (c != '\r') cell += c;
    }
    rows.pop_back();
    return rows;
}

std::vector<std::string> lines_of(const std::string& cell) {
    std::vector<std::string> lines(1);
    for (const char c : cell) {
        if (c == '\n') lines.emplace_back();
        else lines.back() += c;
    }
    return lines;
}

}  // namespace

TEST_CASE("csv: the items of a list can be taken apart, whatever stands in their titles") {
    // Each with what a program reads of it: one line, and nothing that a spreadsheet would run.
    const std::vector<std::pair<std::string, std::string>> titles = {{"Lock, key; and bolt", "Lock, key; and bolt"},
                                                                     {"Alarm", "Alarm"},
                                                                     {"\"Quoted\"", "\"Quoted\""},
                                                                     {"two\nlines", "two lines"},
                                                                     {"=1+1", "'=1+1"},
                                                                     {"a;=1", "a;'=1"},
                                                                     {"tab\there", "tab here"},
                                                                     {", ", ","},
                                                                     {"; ", ";"},
                                                                     {"-5", "-5"}};
    for (std::size_t count = 1; count <= titles.size(); ++count) {
        for (std::size_t first = 0; first + count <= titles.size(); ++first) {
            std::vector<Inline> items;
            for (std::size_t index = first; index < first + count; ++index) {
                items.push_back(cashier());
                items.back().text = titles[index].first;
                items.back().target = "control/k" + std::to_string(index);
            }
            Document document;
            Table table{.key = "t", .columns = {{"c", "Controls", {}, Column::Holds::records}, {"n", "N"}}};
            table.rows.push_back({listed(items), raw("last")});
            document.blocks.emplace_back(std::move(table));
            for (const char separator : {',', ';', '\t'}) {
                DocumentStyle style;
                style.separator = separator;
                std::string text;
                document_formats::csv(document, style, [&](std::string_view part) { text += part; });
                const auto rows = read_csv(text, separator);
                REQUIRE(rows.size() == 2);
                REQUIRE(rows[0] == std::vector<std::string>{"Controls", "Controls (id)", "N"});
                REQUIRE(rows[1].size() == 3);
                const std::vector<std::string> read = lines_of(rows[1][0]);
                const std::vector<std::string> names = lines_of(rows[1][1]);
                REQUIRE(read.size() == count);
                REQUIRE(names.size() == count);
                for (std::size_t index = 0; index < count; ++index) {
                    CHECK(read[index] == titles[first + index].second);
                    CHECK(names[index] == "control/k" + std::to_string(first + index));
                }
                CHECK(rows[1][2] == "last");
            }
        }
    }
}

TEST_CASE("csv: columns of one list have a line for each of its items, also where it says nothing") {
    Document document;
    Table table{.key = "t", .columns = {{"a", "A"}, {"b", "B"}}};
    table.rows.push_back({in_lines({raw("1"), {}, raw("3")}), in_lines({{}, raw("2"), {}})});
    document.blocks.emplace_back(std::move(table));
    CHECK(written(document) == "A,B\r\n\"1\n\n3\",\"\n2\n\"\r\n");
}

TEST_CASE("csv: several tables follow each other under their titles, one stands alone") {
    Document document;
    document.title = "Risk report";
    document.organisation = "=O";
    document.blocks.emplace_back(Paragraph{raw("not for a spreadsheet")});
    Table table{.key = "one", .title = "The first", .columns = {{"a", "A"}, {"b", "A"}, {"c", ""}}};
    table.rows = {{raw("1"), raw("2"), raw("3")}};
    document.blocks.emplace_back(table);
    CHECK(written(document) == "A,A (b),c\r\n1,2,3\r\n");
    CHECK(written(document, true) ==
          "\xef\xbb\xbf"
          "A,A (b),c\r\n1,2,3\r\n");
    table.title = "-The second";
    table.most_shown = 0;
    document.blocks.emplace_back(table);
    CHECK(written(document) ==
          "Risk report: =O\r\n\r\nThe first\r\nA,A (b),c\r\n1,2,3\r\n\r\n'-The second\r\nA,A (b),c\r\n1,2,3\r\n");
}
