#include <algorithm>

#include <fmt/format.h>

#include "checked.h"
#include "diagnostics/rules.h"

using namespace ims;

namespace {

// `count` roles, each with a field that does not exist and an owner who does not.
Files wrong_roles(int count) {
    Files files;
    for (int index = 0; index < count; ++index) {
        files[fmt::format("r{:03}.yaml", index)] = fmt::format("role: r{}\ntitle: T\nownr: x\nowner: nobody\n", index);
    }
    return files;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

std::size_t lines(const std::string& text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

Style screen(std::size_t rows, std::size_t columns) {
    Style style;
    style.rows = rows;
    style.columns = columns;
    style.command = "ims check";
    return style;
}

}  // namespace

TEST_CASE("a few findings are all shown, and no table") {
    const std::string text = printed(wrong_roles(2), "text", {}, fixed_rules());
    CHECK(count_of(text, "error[unknown-field]") == 2);
    CHECK(count_of(text, "what is bad") == 0);
    CHECK(text.ends_with("\n4 errors in 2 records. Next: ims explain unknown-field\n"));
}

TEST_CASE("a pipe gets all of many findings, and then the table") {
    const std::string text = printed(wrong_roles(30), "text", {}, fixed_rules());
    CHECK(count_of(text, "error[") == 61);  // one cause for 30 alike, and each of them
    CHECK(count_of(text, "what is bad") == 1);
    CHECK(text.find("what is bad") > text.rfind("error["));
}

TEST_CASE("a screen gets no more than it holds") {
    for (const std::size_t rows : {24, 40, 60}) {
        const std::string text = printed(wrong_roles(30), "text", screen(rows, 100), fixed_rules());
        CHECK(lines(text) < rows);
        const std::size_t shown = rows < 40 ? 1 : 10;  // different causes, as many as there is room for
        const std::size_t causes = count_of(text, "  unknown-field\n") + count_of(text, "  unknown-reference\n");
        CHECK(causes >= shown);
        CHECK(causes <= 10);
        CHECK(count_of(text, " of 31 causes, 60 findings in all") == 1);
        CHECK(count_of(text, "everything:   ims check -v\n") == 1);
    }
    Style everything = screen(24, 100);
    everything.everything = true;
    CHECK(count_of(printed(wrong_roles(30), "text", everything, fixed_rules()), "error[") == 61);
}

TEST_CASE("--summary is the table alone, and fits a screen") {
    Style style;
    style.summary_only = true;
    const std::string text = printed(wrong_roles(3), "text", style, fixed_rules());
    CHECK(text ==
          "No process is in force, so nothing between disciplines could be judged.\n"
          "\n"
          "grade   causes  findings  rule               what is bad\n"
          "error        3         3  unknown-field      a field does not exist\n"
          "error        3         3  unknown-reference  a reference names a record that does not exist\n"
          "\n"
          "6 errors in 3 records. Next: ims explain unknown-field\n");
}

TEST_CASE("errors that the choice of rules hides are told") {
    CheckFilter filter;
    filter.select = {RuleId::unknown_field};
    CHECK(printed(wrong_roles(1), "text", {}, filter)
              .find("1 error in 1 record, and 1 error hidden by the choice of rules") != std::string::npos);
    filter.select = {RuleId::duplicate_id};
    CHECK(printed(wrong_roles(1), "text", {}, filter) ==
          "No process is in force, so nothing between disciplines could be judged.\n"
          "\n"
          "nothing found in 1 record, and 2 errors hidden by the choice of rules\n");
}

TEST_CASE("on a screen remarks are wrapped below themselves, however long a word is") {
    Finding finding;
    finding.rule = RuleId::unknown_field;
    finding.span = {FileId(), 0, 4};
    finding.message = "m";
    finding.notes = {"a note with more words than fit on one line of it"};
    Arena arena;
    const std::string long_word(60, 'x');
    finding.help = make_message(arena, "{}", plain(long_word));
    const auto analysis = finding_only("a.yaml", "role: r\n", finding);
    Style narrow = screen(24, 50);
    narrow.findings_only = true;
    CHECK(printed(*analysis, "text", narrow) ==
          "low[unknown-field]: m\n"
          "  --> a.yaml:1:1\n"
          "   |\n"
          " 1 | role: r\n"
          "   | ^^^^\n"
          "   = a note with more words than fit on one line\n"
          "     of it\n"
          "   = help: \n"
          "     " +
              long_word + "\n\n");
}

TEST_CASE("paths are those from the current folder") {
    Style style;
    style.root = "../shop";
    CHECK(printed(wrong_roles(1), "concise", style, fixed_rules())
              .starts_with("../shop/r000.yaml:3:1: error[unknown-field] "));
}

TEST_CASE("nothing from records reaches a screen unescaped") {
    const Files files = {
        {"a\x1b]0;x\x07.yaml", "role: \"\\e[31m\"\ntitle: \"\\u202e\"\nowner: \"\\e[2J\"\n\"\\e[1m\": 1\n"}};
    for (const std::string_view format : {"text", "concise"}) {
        const std::string text = printed(files, format);
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
        CHECK(text.find("\u202e") == std::string::npos);
        CHECK(text.find("error[") != std::string::npos);
    }
    Style color;
    color.color = true;
    CHECK(printed(files, "text", color).find("\x1b[2J") == std::string::npos);
    CHECK(printed(files, "text", color).find("\x1b[1;31merror[") != std::string::npos);
}

TEST_CASE("the number of jobs does not show") {
    const Files files = wrong_roles(200);
    const std::string alone = printed(*analysed(files, 1), "json");
    CHECK(printed(*analysed(files, 2), "json") == alone);
    CHECK(printed(*analysed(files, 8), "json") == alone);
}
