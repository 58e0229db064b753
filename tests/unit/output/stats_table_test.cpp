// The tables of stages and rules: all that ran are there, and what they found adds up.
#include "output/stats_table.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <vector>

#include "built_in.h"
#include "engine/analyze_folder.h"
#include "said.h"

using namespace ims;

namespace {

constexpr std::string_view kSettings = R"(organisation: O
scope: S
colour: red
disciplines: {quality: {}, environment: {}}
check: {rules: {unused-output: off}}
)";

constexpr std::string_view kRecords = R"(process: sell
title: Sell
owner: nobody
colour: red
---
process: sell
title: Sell again
---
role: seller
title: Seller
title: Salesperson
)";

struct Row {
    std::string time;  // empty: none is told
    std::size_t findings = 0;
};

// The rows of each table by their first word, `all` too, and the names in the order of the table.
struct Tables {
    std::map<std::string, Row> rows;
    std::vector<std::string> order;
};

std::vector<Tables> read(const std::string& text) {
    std::vector<Tables> tables;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("stage ") || line.starts_with("rule ")) {
            tables.emplace_back();
            continue;
        }
        if (line.empty() || line.starts_with("Times are")) continue;
        std::istringstream words(line);
        std::vector<std::string> all;
        for (std::string word; words >> word;) all.push_back(word);
        REQUIRE(all.size() >= 2);
        tables.back().rows[all.front()] = {all.size() == 2 ? "" : all[1], std::stoul(all.back())};
        tables.back().order.push_back(all.front());
    }
    return tables;
}

struct Checked {
    std::unique_ptr<Analysis> analysis;
    std::vector<Tables> tables;
};

Checked check(std::size_t jobs) {
    MemoryFileSystem files;
    files.files["o/ims.yaml"] = std::string(kSettings);
    files.files["o/records.yaml"] = std::string(kRecords);
    std::atomic<std::uint64_t> ticks = 0;
    Stats stats([&] { return ticks += 1000; });
    FolderOptions options;
    options.root = "o";
    options.today = *parse_date("2026-06-01");
    options.jobs = jobs;
    options.stats = &stats;
    auto analysis = analyze_folder(files, built_in_rules(), options);
    REQUIRE(analysis.has_value());
    return {std::move(*analysis), read(stats_table(stats, built_in_book()))};
}

std::size_t sum(const Tables& table) {
    std::size_t sum = 0;
    for (const auto& [name, row] : table.rows) {
        if (name != "all") sum += row.findings;
    }
    return sum;
}

}  // namespace

TEST_CASE("every stage and every rule that ran is told, and findings add up to all there are") {
    for (const std::size_t jobs : {1U, 4U}) {
        const Checked checked = check(jobs);
        const std::size_t total = checked.analysis->findings.size();
        REQUIRE(checked.tables.size() == 2);
        for (const Tables& table : checked.tables) {
            CHECK(sum(table) == total);
            CHECK(table.rows.at("all").findings == total);
            CHECK(table.order.back() == "all");
        }
        const auto& stages = checked.tables[0].rows;
        for (const std::string_view stage : kStageNames) CHECK(stages.contains(std::string(stage)));
        CHECK(stages.at("yaml").findings == 1);      // duplicate-key
        CHECK(stages.at("settings").findings == 1);  // unknown-setting
        CHECK(stages.at("model").findings == 1);     // unknown-field
        CHECK(stages.at("link").findings == 3);      // duplicate-id at both, unknown-reference
        CHECK(stages.at("source").findings == 0);
        for (const std::string_view stage : kStageNames) {
            // What is written is written by whoever asked for all this.
            CHECK((stages.at(std::string(stage)).time == "0.000") == (stage == "output"));
        }

        const auto& rules = checked.tables[1].rows;
        CHECK(rules.at("duplicate-key").time.empty());
        CHECK(rules.at("vacant-role").time != "0.000");
        CHECK(rules.at("process-without-output").findings > 0);
        CHECK(rules.at("unused-output").findings == 0);  // turned off: it runs, and what it finds is not told
        CHECK(!rules.contains("tag"));                   // an earlier stage looks for it, and found none
    }
}

TEST_CASE("what took longest comes first, what has no time of its own last") {
    Stats stats([] { return std::uint64_t{0}; });
    stats.took(Stage::yaml, 3'000'000);
    stats.took(Stage::link, 1'000'000);
    stats.ran(*built_in_book().find("vacant-role"), 500);
    stats.ran(*built_in_book().find("audit-gap"), 1'500'000);
    stats.ran(*built_in_book().find("audit-gap"), 1'500'000);
    Finding finding;
    finding.rule = *built_in_book().find("duplicate-key");
    stats.found({finding, finding}, built_in_book(), test::SchemaNames(), [](const Finding&) { return Stage::yaml; });
    const std::vector<Tables> tables = read(stats_table(stats, built_in_book()));
    CHECK(tables[0].order[0] == "yaml");
    CHECK(tables[0].order[1] == "link");
    CHECK(tables[0].rows.at("yaml").time == "3.000");
    CHECK(tables[1].order == std::vector<std::string>{"audit-gap", "vacant-role", "duplicate-key", "all"});
    CHECK(tables[1].rows.at("audit-gap").time == "3.000");
    CHECK(tables[1].rows.at("all").findings == 1);
    CHECK(stats_table(stats, built_in_book()).find("  75 %") != std::string::npos);
}
