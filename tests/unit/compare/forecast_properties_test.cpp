// What is foreseen is what a check finds on that day, and all of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "analyzed.h"
#include "base/parallel.h"
#include "built_in.h"
#include "compare/forecast.h"
#include "engine/analyze_folder.h"
#include "judge/fingerprint.h"

using namespace ims;

namespace {

constexpr std::int32_t kDays = 60;

using Told = std::map<std::string, Grade>;  // by fingerprint

Told told_of(const Analysis& analysis) {
    const FindingList all(analysis.findings, analysis.untold);
    const auto known_as = fingerprints(all, analysis.rules.book(), analysis.sources);
    Told told;
    for (std::size_t index = 0; index < analysis.findings.size(); ++index)
        told.emplace(known_as[index], analysis.findings[index].grade);
    return told;
}

// What is told on a day, by a check of that day that begins from nothing.
Told checked_on(std::string_view example, Date day) {
    FolderOptions options;
    options.root = std::string(IMS_EXAMPLES) + "/" + std::string(example);
    options.today = day;
    const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
    REQUIRE(analysis.has_value());
    return told_of(**analysis);
}

}  // namespace

TEST_CASE("what is foreseen for a day is what a check on that day finds and one on the day before does not") {
    const Date today = *parse_date("2026-06-01");
    for (const std::string_view example : {"corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        FolderOptions options;
        options.root = std::string(IMS_EXAMPLES) + "/" + std::string(example);
        options.today = today;
        const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
        REQUIRE(analysis.has_value());
        const Forecast forecast = foresee(**analysis, kDays, Jobs(2));
        std::map<Date, std::set<std::string>> by_day;
        for (const Foreseen& each : forecast.foreseen) by_day[each.day].insert(each.fingerprint);
        // Every day, in one run after the other: nothing may come between two days that were looked at.
        Told before = told_of(**analysis);
        for (std::int32_t passed = 1; passed <= kDays; ++passed) {
            const Date day{today.days + passed};
            const Told now = checked_on(example, day);
            std::set<std::string> come;
            for (const auto& [fingerprint, grade] : now) {
                const auto then = before.find(fingerprint);
                if (then == before.end() || then->second < grade) come.insert(fingerprint);
            }
            // One that is about another discipline too is foreseen as worse at the same grade.
            for (const std::string& each : come)
                CHECK_MESSAGE(by_day[day].contains(each), example, " ", to_string(day));
            for (const Foreseen& each : forecast.foreseen) {
                if (each.day != day) continue;
                CHECK(now.contains(each.fingerprint));
                CHECK(now.at(each.fingerprint) == each.finding.grade);
                if (!each.worse()) CHECK_FALSE(before.contains(each.fingerprint));
            }
            before = now;
        }
    }
}

TEST_CASE("the number of jobs does not show in what is foreseen") {
    FolderOptions options;
    options.root = std::string(IMS_EXAMPLES) + "/corner-shop-siloed";
    options.today = *parse_date("2026-06-01");
    const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
    REQUIRE(analysis.has_value());
    const Forecast one = foresee(**analysis, 90, Jobs(1));
    const Forecast more = foresee(**analysis, 90, Jobs(8));
    REQUIRE(one.foreseen.size() == more.foreseen.size());
    for (std::size_t index = 0; index < one.foreseen.size(); ++index) {
        CHECK(one.foreseen[index].fingerprint == more.foreseen[index].fingerprint);
        CHECK(one.foreseen[index].day == more.foreseen[index].day);
        CHECK(said(**analysis, one.foreseen[index].finding.message) ==
              said(**analysis, more.foreseen[index].finding.message));
    }
}
