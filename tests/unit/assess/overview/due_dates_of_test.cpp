// The dates of each record by itself are those of all records together: pages of records ask for the one, the calendar
// for the other.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "assess/overview/due_dates.h"
#include "built_in.h"
#include "engine/analyze_folder.h"

using namespace ims;

namespace {

std::string told(const Analysis& analysis, const DueDate& date) {
    const auto name = [&](RecordId id) { return id.known() ? analysis.graph[id].name().text() : std::string("-"); };
    return fmt::format("{} {} {} {} {} {} {}", name(date.record), static_cast<int>(date.kind),
                       date.due ? to_string(*date.due) : "-", date.last ? to_string(*date.last) : "-", name(date.owner),
                       date.never, date.overdue);
}

}  // namespace

TEST_CASE("the dates of single records are those of the whole folder") {
    for (const std::string_view example : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        FolderOptions options;
        options.root = std::string(IMS_EXAMPLES) + "/" + std::string(example);
        options.today = *parse_date("2026-06-01");
        const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
        REQUIRE(analysis.has_value());
        Arena arena;
        std::vector<std::string> whole;
        for (const DueDate& date : (*analysis)->due_dates()) {
            if (date.record.known()) whole.push_back(told(**analysis, date));
        }
        std::vector<std::string> single;
        for (const RecordId id : (*analysis)->graph.all()) {
            const RecordView record = (*analysis)->graph[id];
            if (record.kind_name() == "person") continue;  // told of their roles
            for (const DueDate& date : due_dates_of(record, (*analysis)->facts, (*analysis)->duties_to_notify(), arena))
                single.push_back(told(**analysis, date));
        }
        std::ranges::sort(whole);
        std::ranges::sort(single);
        CHECK_MESSAGE(whole == single, std::string(example));
    }
}
