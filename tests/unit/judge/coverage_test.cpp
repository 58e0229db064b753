// What was judged, and what was left out.
#include "judge/coverage.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "analyzed.h"
#include "schema/fields.h"

using namespace ims;

namespace {

const Coverage& coverage(const std::unique_ptr<Analysis>& analysis) { return analysis->judgement.coverage(); }

std::string told(const std::unique_ptr<Analysis>& analysis) {
    Arena arena;
    return said(*analysis, in_words(coverage(analysis), arena));
}

}  // namespace

TEST_CASE("a folder of drafts has nothing in force, and says so") {
    const auto analysis = analyzed("process: a\ntitle: A\nstatus: draft\n---\nprocess: b\ntitle: B\nstatus: draft\n");
    CHECK(coverage(analysis).nothing_in_force());
    CHECK(told(analysis) == "nothing is in force: 2 records are drafts");
    CHECK(std::ranges::any_of(analysis->findings, [](const Finding& each) {
        return built_in_book()[each.rule].name == "nothing-in-force" && each.grade == Grade::high;
    }));
}

TEST_CASE("what is missing, left out or counts nowhere is told") {
    const auto analysis = analyzed(
        "process: a\ntitle: A\n---\nprocess: b\ntitle: B\nstatus: draft\n---\nprocess: c\ntitle: C\nstatus: "
        "retired\n---\n"
        "document: menu\ntitle: Lunch menu\ntype: form\n");
    const Coverage& seen = coverage(analysis);
    CHECK(seen.all.in_force == 2);
    CHECK(seen.all.drafts == 1);
    CHECK(seen.all.retired == 1);
    CHECK(seen.unaddressed == 5);
    REQUIRE(seen.without_discipline.size() == 1);
    CHECK(analysis->graph[seen.without_discipline[0]].id() == "menu");
    const auto missing = std::ranges::find(seen.missing, kinds::interested_party, &Coverage::Missing::kind);
    REQUIRE(missing != seen.missing.end());
    CHECK(said(*analysis, missing->why) == "1 process cannot name a customer");
    CHECK(std::ranges::find(seen.missing, kinds::document, &Coverage::Missing::kind) == seen.missing.end());
    CHECK(told(analysis) ==
          "2 records were judged, 1 left out as a draft; 1 record names no discipline and counts for none");
}

TEST_CASE("a kind that may stand in a file that cannot be read is not missing") {
    const auto analysis = analyzed("process: a\ntitle: A\n# file: b.yaml\nrisk: [\n");
    const Coverage& seen = coverage(analysis);
    CHECK(seen.unread.size() == 1);
    CHECK(std::ranges::find(seen.missing, kinds::risk, &Coverage::Missing::kind) == seen.missing.end());
}

TEST_CASE("a profile and rules that are off are told") {
    const auto analysis = analyzed(
        "process: a\ntitle: A\n# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\n"
        "check: {profile: described, rules: {process-without-owner: off, unrated-risk: high}}\n");
    const Coverage& seen = coverage(analysis);
    CHECK(seen.profile == Profile::described);
    CHECK(seen.outside > 50);
    REQUIRE(seen.off.size() == 1);
    CHECK(built_in_book()[seen.off[0]].name == "process-without-owner");
    CHECK(told(analysis).ends_with("; 1 rule turned off; profile `described` leaves out " +
                                   std::to_string(seen.outside) + " rules"));
    // What an earlier page of ims.yaml grades is looked at all the same.
    for (const Finding& each : analysis->untold) CHECK(built_in_book()[each.rule].name != "unrated-risk");
}
