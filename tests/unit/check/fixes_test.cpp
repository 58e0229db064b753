// Fixes claim nothing that nobody said: no decision of people goes or changes hands.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzed.h"
#include "diagnostics/rules.h"
#include "edit/mend.h"

using namespace ims;

namespace {

// Whether the only finding of the rule offers a fix.
bool is_offered(std::string_view records, RuleId rule) {
    const auto analysis = analyzed(records);
    REQUIRE(std::ranges::count(analysis->findings, rule, &Finding::rule) == 1);
    const Finding& finding = *std::ranges::find(analysis->findings, rule, &Finding::rule);
    CHECK((!finding.fix || finding.fix->safety == Fix::Safety::unsafe));
    return finding.fix.has_value();
}

// After all that may be mended, safe or not, round by round.
std::string mended(std::string text) {
    for (int round = 0; round < 5; ++round) {
        const auto analysis = analyzed(text);
        std::vector<const Finding*> findings;
        for (const Finding& each : analysis->findings) {
            if (each.fix) findings.push_back(&each);
        }
        for (const ChangedFile& each : mend(*analysis, findings).files) {
            if (analysis->sources[each.file].path == "records.yaml") text = each.bytes;
        }
    }
    return text;
}

std::string role_with(const std::string& exception, const std::string& more = {}) {
    return "role: boss\ntitle: Boss\nholders: 2\n" + more + "exceptions:\n  - " + exception + "\n";
}

}  // namespace

TEST_CASE("an exception goes once its time is over, and not before") {
    const auto offered = [](const std::string& until, const std::string& more = {}) {
        const std::string exception = "{rule: vacant-role, reason: R, by: boss" + until + "}";
        return is_offered(role_with(exception, more), RuleId::exception_unused);
    };
    CHECK(offered(", until: 2026-05-31"));
    CHECK_FALSE(offered(", until: 2026-06-01"));
    CHECK_FALSE(offered(", until: 2027-01-01"));
    CHECK_FALSE(offered(""));
    // What is misspelt may be what it accepts.
    CHECK_FALSE(offered(", until: 2026-05-31", "holdres: 0\n"));
    CHECK_FALSE(offered(", until: 2026-05-31", "reports_to: nobody\n"));
}

TEST_CASE("an exception that is over, and whose finding is back, goes only where nothing is misspelt") {
    const std::string vacant =
        "role: boss\ntitle: Boss\nholders: 0\n"
        "exceptions: [{rule: vacant-role, reason: R, by: boss, until: 2026-05-01}]\n"
        "responsibilities: [{does: Works, disciplines: [quality]}]\n";
    CHECK(is_offered(vacant, RuleId::exception_expired));
    CHECK_FALSE(is_offered(vacant + "titel: B\n", RuleId::exception_expired));
}

TEST_CASE("an exception that was corrected is not thrown away in the same run") {
    const std::string text = mended(role_with("{rule: vacant-rol, reason: R, by: boss}"));
    CHECK(text.find("{rule: vacant-role, reason: R, by: boss}") != std::string::npos);
}

TEST_CASE("nobody accepts for another, or is able in another's place") {
    const std::string roles =
        "role: old\ntitle: Old\nstatus: retired\nreplaced_by: new\n---\nrole: new\ntitle: New\n---\n";
    CHECK_FALSE(is_offered(roles + "risk: rain\ntitle: Rain\naccepted: {by: old, date: 2026-01-01, reason: R}\n",
                           RuleId::retired_reference));
    CHECK_FALSE(is_offered(roles + "site: s\ntitle: S\nexceptions: [{rule: orphan-record, reason: R, by: old}]\n",
                           RuleId::retired_reference));
    CHECK(is_offered(roles + "risk: rain\ntitle: Rain\nowner: old\n", RuleId::retired_reference));
    const std::string competences =
        "competence: old\ntitle: Old\nstatus: retired\nreplaced_by: new\n---\ncompetence: new\ntitle: New\n---\n";
    CHECK_FALSE(
        is_offered(competences + "person: p\ntitle: P\ncompetences: [{competence: old}]\n", RuleId::retired_reference));
    CHECK(is_offered(competences + "role: r\ntitle: R\ncompetences: [{competence: old}]\n", RuleId::retired_reference));
}

TEST_CASE("a clause is not taken for one of another edition") {
    CHECK_FALSE(is_offered(
        "standard: house\ntitle: House\nstatus: retired\nreplaced_by: home\nclauses: [{number: \"1\", title: A}]\n"
        "---\nstandard: home\ntitle: Home\nclauses: [{number: \"2\", title: A}]\n"
        "---\ncontrol: c\ntitle: C\nclauses: [\"house:1\"]\n",
        RuleId::retired_reference));
}

TEST_CASE("a document is retired only for one that is approved") {
    const auto offered = [](const std::string& newer, const std::string& older = {}) {
        return is_offered("role: boss\ntitle: Boss\n---\ndocument: old\ntitle: Old\ntype: policy\n" + older +
                              "---\ndocument: new\ntitle: New\ntype: policy\nsupersedes: old\n" + newer,
                          RuleId::superseded_in_use);
    };
    CHECK(offered("approved: {by: boss, date: 2026-05-01}\n"));
    CHECK_FALSE(offered(""));
    CHECK_FALSE(offered("approved: {by: boss}\n"));
    CHECK_FALSE(offered("approved: {by: boss, date: 2026-07-01}\n"));
    CHECK_FALSE(offered("approved: {by: boss, date: 2026-05-01}\n",
                        "replaced_by: other\n---\ndocument: other\ntitle: Other\ntype: policy\n"));
}

TEST_CASE("nothing goes with which a comment would be lost") {
    const std::string noted = "process: p\ntitle: P\npart_of: p   # a note of ours\n";
    CHECK(mended(noted).find("part_of: p   # a note of ours\n") != std::string::npos);
    CHECK(mended("process: p\ntitle: P\npart_of: p\n").find("part_of") == std::string::npos);
}
