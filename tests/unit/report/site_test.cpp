// The pages that lead to the reports of a folder: what is in the menu, on the start page, in lists and in the search.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "analyzed.h"
#include "report/site/site.h"
#include "schema/fields.h"

using namespace ims;

namespace {

constexpr std::string_view kRecords = R"(# file: ims.yaml
organisation: Example
scope: All of it
disciplines: {quality: {}}
# file: records.yaml
process: sell
title: Sell goods
purpose: Bring bread to the people
owner: boss
disciplines: [quality]
---
role: boss
title: Boss
---
role: old
title: Old role
status: retired
---
person: p-1
title: Ann Lee
roles: [boss]
---
incident: quarrel
title: Quarrel at the counter
description: Somebody shouted at Zacharias
date: 2026-05-01
type: incident
)";

const Search& search_in(const Document& document) {
    const auto found =
        std::ranges::find_if(document.blocks, [](const Block& block) { return std::holds_alternative<Search>(block); });
    REQUIRE(found != document.blocks.end());
    return std::get<Search>(*found);
}

const Table& table_in(const Document& document, std::string_view key) {
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table != nullptr && table->key == key) return *table;
    }
    FAIL("no such table");
    return std::get<Table>(document.blocks.front());
}

}  // namespace

TEST_CASE("site: every report about the whole folder is in the menu, each once, and in a group that says what it is") {
    const auto analysis = analyzed(kRecords);
    const std::vector<WantedReport> reports = every_report(*analysis, Persons::left_out);
    std::vector<std::string> targets;
    for (const SiteGroup& group : site_groups(reports, analysis->graph)) {
        CHECK(group.title != "More");
        for (const SitePage& page : group.pages) targets.push_back(page.target);
    }
    for (const Report& report : all_reports()) {
        CAPTURE(report.name);
        if (report.subject != ReportSubject::required && !looks_back(report))
            CHECK(std::ranges::count(targets, report.name) == 1);
    }
    CHECK(std::ranges::count(targets, "records process") == 1);
    CHECK(std::ranges::count(targets, "records person") == 0);
    for (const std::string& each : targets_of_site(reports, analysis->graph)) {
        CAPTURE(each);
        CHECK((each == kIndexOfReports || each == kSearchPage || std::ranges::count(targets, each) == 1));
    }
}

TEST_CASE("site: the search finds records by what they say, but no person, and nothing that is told of an incident") {
    const auto analysis = analyzed(kRecords);
    const std::vector<WantedReport> reports = every_report(*analysis, Persons::shown);
    const SiteInput site{{*analysis, {}}, reports};
    const Document document = search_of_reports(site);
    const std::vector<Search::Entry>& entries = search_in(document).entries;
    const auto count = [&](std::string_view word) {
        return std::ranges::count_if(entries, [&](const Search::Entry& each) {
            return (each.title + each.about + each.target + each.words).find(word) != std::string::npos;
        });
    };
    CHECK(count("Bring bread to the people") == 1);
    CHECK(count("Quarrel at the counter") >= 1);
    CHECK(count("Zacharias") == 0);
    CHECK(count("Ann Lee") == 0);
    CHECK(count("person/") == 0);
    const auto old = std::ranges::find(entries, "Old role", &Search::Entry::title);
    REQUIRE(old != entries.end());
    CHECK(old->about == "Role, retired");
    CHECK(old->target == "record role/old");
    CHECK(std::ranges::count_if(entries, [](const Search::Entry& each) { return each.about.starts_with("Found, "); }) >
          0);
    CHECK(std::ranges::count(entries, "Board report", &Search::Entry::title) == 1);
}

TEST_CASE("site: a list of all records of a kind can be filtered, and leads to each and to its paper") {
    const auto analysis = analyzed(kRecords);
    const std::vector<WantedReport> reports = every_report(*analysis, Persons::left_out);
    const std::vector<Document> lists = lists_of_records({{*analysis, {}}, reports});
    const auto kinds = listed_kinds(reports, analysis->graph);
    REQUIRE(lists.size() == kinds.size());
    const auto processes = std::ranges::find(lists, "process", &Document::subject);
    REQUIRE(processes != lists.end());
    const Table& table = table_in(*processes, "records");
    REQUIRE(table.rows.size() == 1);
    std::vector<std::string> facets;
    for (const Column& each : table.columns) {
        if (each.is_facet) facets.push_back(each.key);
    }
    for (const char* const key : {"owner", "disciplines", "worst"}) {
        CAPTURE(key);
        CHECK(std::ranges::count(facets, key) == 1);
    }
    CHECK(table.rows.front()[0].words.plain() == "Sell goods");
    CHECK(table.rows.front()[1].words.parts().front().target == "process process/sell");
    // What is retired comes last.
    const auto roles = std::ranges::find(lists, "role", &Document::subject);
    REQUIRE(roles != lists.end());
    CHECK(table_in(*roles, "records").rows.back()[0].words.plain() == "Old role");
}

TEST_CASE("site: the start page begins with what is concluded and counts what there is") {
    const auto analysis = analyzed(kRecords);
    const std::vector<WantedReport> reports = every_report(*analysis, Persons::left_out);
    const Document index =
        index_of_reports({{*analysis, {}, Audience::readers, "1a2b3c"}, reports}, std::vector<Words>(reports.size()));
    const Table& kinds = table_in(index, "kinds");
    CHECK(kinds.rows.size() == listed_kinds(reports, analysis->graph).size());
    for (const auto& row : kinds.rows) {
        if (row[0].words.plain() == "Roles") CHECK(row[1].words.plain() == "2");
    }
    // Neither scope nor version stand before it.
    std::string said;
    std::size_t conclusion = std::string::npos;
    for (const Block& block : index.blocks) {
        if (const Paragraph* const paragraph = std::get_if<Paragraph>(&block)) {
            if (paragraph->words.plain().find("of gaps") != std::string::npos) conclusion = said.size();
            said += paragraph->words.plain();
        }
    }
    REQUIRE(conclusion != std::string::npos);
    CHECK(said.find("All of it") > conclusion);
    CHECK(said.find("1a2b3c") > conclusion);
}
