// The tables of the README name every command, every option and every format of `check`, and nothing that is not there.
// IMS_SOURCE is the top folder.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "cli/help_text.h"
#include "cli/program_line.h"
#include "output/format.h"
#include "report/report.h"

using namespace ims;

namespace {

using Texts = std::vector<std::string>;

// What stands between the first backticks of a line: "--fail-on" of "| `--fail-on GRADE` | …". Of "`-q`, `--quiet`"
// all.
Texts names_in(std::string_view cell) {
    Texts names;
    while (true) {
        const std::size_t begin = cell.find('`');
        const std::size_t end = begin == std::string_view::npos ? begin : cell.find('`', begin + 1);
        if (end == std::string_view::npos) return names;
        const std::string_view name = cell.substr(begin + 1, end - begin - 1);
        names.emplace_back(name.substr(0, name.find_first_of(" =[")));
        cell.remove_prefix(end + 1);
    }
}

// The names in the first column of the table below a heading.
Texts names_below(const std::string& heading) {
    std::ifstream readme(std::string(IMS_SOURCE) + "/README.md");
    REQUIRE(readme.is_open());
    Texts names;
    bool below = false;
    for (std::string line; std::getline(readme, line);) {
        if (line.starts_with("#")) below = trim(line.substr(line.find_first_not_of('#'))) == heading;
        if (!below || !line.starts_with("| `")) continue;
        const Texts in_row = names_in(std::string_view(line).substr(0, line.find(" | ")));
        names.insert(names.end(), in_row.begin(), in_row.end());
    }
    return names;
}

void check_same(const std::string& heading, Texts there) {
    Texts told = names_below(heading);
    std::ranges::sort(told);
    std::ranges::sort(there);
    CAPTURE(heading);
    CHECK(told == there);
}

}  // namespace

TEST_CASE("the README names every command") {
    Texts names;
    for (const Command& command : all_commands()) names.emplace_back(command.name);
    check_same("All commands", names);
}

TEST_CASE("the README names every option of check") {
    Texts names;
    const ProgramLine program = describe_program();
    for (const CommandLine::Option& option : program.line.find_command("check")->options()) {
        for (const std::string_view name : option.all_names()) names.emplace_back(name);
    }
    check_same("Options of `ims check`", names);
}

TEST_CASE("the README and help name every format of check") {
    Texts names;
    const ProgramLine program = describe_program();
    const std::string help = help_text(*program.line.find_command("check"), 0);
    for (const Format& format : all_formats()) {
        CAPTURE(format.name);
        CHECK(help.find(" " + std::string(format.name) + " ") != std::string::npos);
        names.emplace_back(format.name);
    }
    check_same("Formats of `ims check`", names);
}

TEST_CASE("the README names every report") {
    Texts there;
    for (const Report& each : all_reports()) there.emplace_back(each.name);
    check_same("Reports", there);
}
