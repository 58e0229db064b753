// The table in tests/rules/README.md names, for each rule that the program has, a test that fails without it and one on
// which it stays silent, and nothing that does not exist. IMS_SOURCE is the top folder.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "built_in.h"

using namespace ims;

namespace {

struct Row {
    std::string rule;
    std::vector<std::string> cells;  // behind the rule's name
};

// A line of a table that begins with a name between backticks.
std::vector<Row> read_rows(std::istream& page) {
    std::vector<Row> rows;
    for (std::string line; std::getline(page, line);) {
        if (!line.starts_with("| `")) continue;
        std::vector<std::string> cells;
        for (std::size_t begin = 1; begin < line.size();) {
            const std::size_t end = std::min(line.find('|', begin), line.size());
            cells.emplace_back(trim(std::string_view(line).substr(begin, end - begin)));
            begin = end + 1;
        }
        std::string name = cells.front().substr(1, cells.front().find('`', 1) - 1);
        cells.erase(cells.begin());
        rows.push_back({std::move(name), std::move(cells)});
    }
    return rows;
}

// Words that begin with one of our folders.
std::vector<std::string> paths_in(const std::string& cell) {
    std::vector<std::string> paths;
    for (std::size_t begin = 0; begin < cell.size();) {
        const std::size_t end = std::min(cell.find_first_of(" `,;()", begin), cell.size());
        const std::string word = cell.substr(begin, end - begin);
        for (const std::string_view folder : {"tests/", "lib/", "cli/", "compiler/", "examples/", "schemas/"}) {
            if (word.starts_with(folder)) paths.push_back(word);
        }
        begin = end + 1;
    }
    return paths;
}

std::vector<Row> the_table() {
    std::ifstream page(std::string(IMS_SOURCE) + "/tests/rules/README.md");
    REQUIRE(page.is_open());
    return read_rows(page);
}

}  // namespace

TEST_CASE("a row of the table of rules is read as it is written") {
    std::istringstream page(
        "| rule | how |\n|---|---|\n| `vacant-role` | as before | `tests/a.yaml`, lib/b.md (both) | none |\n");
    const std::vector<Row> rows = read_rows(page);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].rule == "vacant-role");
    REQUIRE(rows[0].cells.size() == 3);
    CHECK(paths_in(rows[0].cells[1]) == std::vector<std::string>{"tests/a.yaml", "lib/b.md"});
    CHECK(paths_in(rows[0].cells[2]).empty());
}

TEST_CASE("the table of rules names every rule once, and no other") {
    std::map<std::string, int> told;
    for (const Row& row : the_table()) ++told[row.rule];
    std::string wrong;
    for (const auto& [rule, times] : told) {
        if (!built_in_book().find(rule)) wrong += "there is no rule " + rule + "\n";
        if (times > 1) wrong += "twice: " + rule + "\n";
    }
    for (const RuleEntry& rule : built_in_book().entries()) {
        if (!told.contains(std::string(rule.name))) wrong += "missing: " + std::string(rule.name) + "\n";
    }
    CHECK(wrong == "");
}

TEST_CASE("the table of rules names tests that exist") {
    std::string wrong;
    for (const Row& row : the_table()) {
        if (row.cells.size() != 3) {
            wrong += row.rule + ": " + std::to_string(row.cells.size() + 1) + " columns instead of 4\n";
            continue;
        }
        if (row.cells[0].empty()) wrong += row.rule + ": how it stands is not said\n";
        for (const std::size_t column : {1u, 2u}) {
            const std::vector<std::string> paths = paths_in(row.cells[column]);
            if (paths.empty()) wrong += row.rule + ": no test is named: " + row.cells[column] + "\n";
            for (const std::string& path : paths) {
                if (!std::filesystem::exists(std::string(IMS_SOURCE) + "/" + path))
                    wrong += row.rule + ": there is no " + path + "\n";
            }
        }
    }
    CHECK(wrong == "");
}
