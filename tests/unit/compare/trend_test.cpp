#include "compare/trend.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "analyzed.h"

using namespace ims;

namespace {

Date day(std::string_view text) { return *parse_date(text); }

std::vector<CommitOfDay> commits_on(const std::vector<std::string_view>& days) {
    std::vector<CommitOfDay> commits;
    for (const std::string_view each : days) commits.push_back({std::string(each), day(each)});
    return commits;
}

std::vector<std::string> chosen(const std::vector<std::string_view>& newest_first, std::string_view since,
                                std::string_view until, Every every) {
    std::vector<std::string> out;
    for (const CommitOfDay& each : choose_states(commits_on(newest_first), day(since), day(until), every))
        out.push_back(each.hash);
    return out;
}

}  // namespace

TEST_CASE("the last commit of each month stands for it, and the one before the first day for how it began") {
    const std::vector<std::string_view> history = {"2026-05-20", "2026-05-02", "2026-03-31", "2026-03-30",
                                                   "2026-01-10", "2025-12-24", "2025-11-01"};
    CHECK(chosen(history, "2026-01-01", "2026-05-31", Every::month) ==
          std::vector<std::string>{"2025-12-24", "2026-01-10", "2026-03-31", "2026-05-20"});
    CHECK(chosen(history, "2026-01-01", "2026-05-10", Every::month).back() == "2026-05-02");
    CHECK(chosen(history, "2020-01-01", "2026-05-31", Every::year) ==
          std::vector<std::string>{"2025-12-24", "2026-05-20"});
    CHECK(chosen(history, "2026-01-01", "2026-05-31", Every::quarter) ==
          std::vector<std::string>{"2025-12-24", "2026-03-31", "2026-05-20"});
    CHECK(chosen(history, "2026-05-21", "2026-05-31", Every::month) == std::vector<std::string>{"2026-05-20"});
    CHECK(chosen({}, "2026-05-21", "2026-05-31", Every::month).empty());
}

TEST_CASE("weeks begin on Monday, and each commit may be asked for") {
    // 2026-06-07 is a Sunday.
    CHECK(chosen({"2026-06-08", "2026-06-07", "2026-06-01"}, "2026-06-01", "2026-06-30", Every::week) ==
          std::vector<std::string>{"2026-06-07", "2026-06-08"});
    const auto commits = commits_on({"2026-06-08", "2026-06-08", "2026-06-07"});
    CHECK(choose_states(commits, day("2026-06-01"), day("2026-06-30"), Every::commit).size() == 3);
}

TEST_CASE("of days that are out of order the commit that came last stands for its month") {
    CHECK(chosen({"2026-05-20", "2026-04-30", "2026-05-02", "2026-04-01"}, "2026-04-01", "2026-05-31", Every::month) ==
          std::vector<std::string>{"2026-04-30", "2026-05-20"});
}

TEST_CASE("a state counts what is told, and keeps its cells by name") {
    const auto analysis = analyzed(R"(# file: ims.yaml
organisation: Shop
disciplines: {quality: {}, information-security: {}}
# file: process.yaml
process: sell
title: Sell
type: core
# file: risk.yaml
risk: theft
title: Theft
processes: [sell]
disciplines: [information-security]
)");
    const StateThen state = stood(*analysis, "0123");
    CHECK(state.commit == "0123");
    CHECK(state.judged());
    std::size_t all = 0;
    for (const std::size_t count : state.by_grade) all += count;
    CHECK(all == analysis->findings.size());
    CHECK(state.red() >= state.high());
    CHECK(state.by_discipline.size() == 2);
    // The system and one process, in two disciplines.
    REQUIRE(state.cells.size() == 4);
    CHECK(state.cells.front().process == "ims");
    CHECK(state.cells.back().process == "process/sell");
    CHECK(state.cells.back().discipline == "information-security");
}
