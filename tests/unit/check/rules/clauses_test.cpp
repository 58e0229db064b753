// What the folders below tests/rules cannot show of the rules about clauses: grades, sums and what is told.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "analyzed.h"
#include "assess/clauses/numbers.h"
#include "assess/folder.h"
#include "base/counted_names.h"
#include "diagnostics/rules.h"
#include "judge/clause_evidence.h"

using namespace ims;
using test::Folder;

TEST_CASE("what is named and what is left unnamed adds up") {
    const std::vector<CountedName> names{{"A.5.2", 1}, {"A.5.9 to A.5.37", 29}, {"A.6 to A.8", 56}};
    CHECK(join_counted(names, Ticks::no, 3) == "A.5.2, A.5.9 to A.5.37 and A.6 to A.8");
    CHECK(join_counted(names, Ticks::yes, 2) == "`A.5.2`, `A.5.9 to A.5.37` and `A.6 to A.8`");  // one more is shorter
    CHECK(join_counted(names, Ticks::no, 1) == "A.5.2 and 85 more");
}

TEST_CASE("the controls that are undecided are named by ranges, and add up") {
    std::string decisions;
    for (const char* each : {"A.5.1", "A.5.3", "A.5.5", "A.5.7", "A.5.9", "A.5.11", "A.5.13", "A.5.30"})
        decisions += fmt::format("  {}: {{applies: yes, reason: R, controls: [k]}}\n", each);
    const Folder folder(
        "# file: ims.yaml\norganisation: O\ndisciplines: {information-security: {standards: "
        "[iso-27001-2022]}}\n# file: a.yaml\ncontrol: k\ntitle: K\n---\napplicability: s\ntitle: S\n"
        "against: iso-27001-2022\ndecisions:\n" +
            decisions,
        RuleId::applicability_incomplete);
    CHECK(folder.findings() ==
          "high 85 controls of ISO/IEC 27001:2022 are undecided: A.5.2, A.5.4, A.5.6, A.5.8, A.5.10, A.5.12, A.5.14 to "
          "A.5.29, A.5.31 to A.5.37 and A.6 to A.8\n");
    const StandardFacts& standard = folder.facts().clauses().standards().front();
    std::vector<std::size_t> all;
    for (std::size_t index = 0; index < standard.clauses.size(); ++index) {
        if (standard.clauses[index].annex && !standard.clauses[index].group) all.push_back(index);
    }
    for (std::size_t most = 0; most < 4; ++most) {
        std::size_t sum = 0;
        for (const CountedName& each : ranges(standard, std::span(all).subspan(most))) sum += each.count;
        CHECK(sum == all.size() - most);
    }
}

TEST_CASE("a clause that nobody may leave out is an error, and goes on being asked for") {
    const std::string files =
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {standards: [house]}}\n# file: a.yaml\n"
        "standard: house\ntitle: House\nclauses:\n  - {number: 9.1, title: A, evidence: [audit], excludable: no}\n"
        "  - {number: 9.2, title: B, evidence: [audit]}\n---\napplicability: s\ntitle: S\nagainst: house\n"
        "decisions:\n  9.1: {applies: no, reason: R}\n  9.2: {applies: no, reason: R}\n";
    CHECK(Folder(files, RuleId::applicability_incomplete).findings() == "error `9.1` of House cannot be left out\n");
    CHECK(Folder(files, RuleId::clause_without_evidence).findings() == "");  // one mistake is one finding
    const auto analysis = analyzed(files);
    const auto& clauses = analysis->facts.clauses().standards().front().clauses;
    CHECK(clauses[0].state == ClauseState::none);
    CHECK(clauses[1].state == ClauseState::excluded);
}

TEST_CASE("the edition that took over counts from the day of its publication") {
    const auto told = [](std::string_view today) {
        const auto analysis = analyzed(
            "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {standards: "
            "[iso-9001-2015]}, environment: {standards: [iso-14001-2015]}}\n",
            today);
        std::string out;
        for (const Finding& each : analysis->findings) {
            if (each.rule == RuleId::edition_superseded) out += for_editors(each.message, analysis->graph) + "\n";
        }
        return out;
    };
    const std::string environment = "`iso-14001-2015` has been replaced by `iso-14001-2026`\n";
    const std::string quality = "`iso-9001-2015` has been replaced by `iso-9001-2026`\n";
    CHECK(told("2026-04-14") == "");
    CHECK(told("2026-04-15") == environment);
    CHECK(told("2026-09-15") == environment);
    CHECK(told("2026-09-16") == quality + environment);
}

TEST_CASE("evidence of which something grave is found is weak, unless other evidence is not") {
    const auto shown = [](const std::string& more) {
        const auto analysis = analyzed(
            "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {standards: [house]}}\n# file: a.yaml\n"
            "standard: house\ntitle: House\nclauses: [{number: 1, title: A, evidence: [asset]}]\n---\nasset: gauge\n"
            "title: Gauge\ntype: equipment\nclauses: [house:1]\ncalibration: {every: 1 y, last: 2020-01-01, result: "
            "passed}\n" +
            more);
        const StandardFacts& standard = analysis->facts.clauses().standards().front();
        const NamedCounts counts = count_named(analysis->judgement, standard);
        return fmt::format("{} sound, {} weak", counts.sound, counts.weak);
    };
    CHECK(shown("") == "0 sound, 1 weak");
    CHECK(shown("---\nasset: scales\ntitle: Scales\ntype: equipment\nclauses: [house:1]\n") == "1 sound, 0 weak");
    CHECK(shown("exceptions: [{rule: calibration-overdue, reason: R, by: r, until: 2026-12-31}]\n---\nrole: r\ntitle: "
                "R\n") == "1 sound, 0 weak");
}

TEST_CASE("one finding a standard says how much is named") {
    const Folder folder(
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {standards: [house]}}\n# file: a.yaml\nstandard: "
        "house\ntitle: House\nclauses:\n  - {number: 1.1, title: A, evidence: [site]}\n  - {number: 1.2, title: B, "
        "evidence: [site]}\n  - {number: 1.3, title: C, evidence: [site]}\n---\nsite: s\ntitle: S\nclauses: "
        "[house:1.2]\n",
        RuleId::clause_unnamed);
    CHECK(folder.findings() ==
          "low no record names 2 clauses of House, though records of a usual kind are there: 1.1 and 1.3\n");
}
