// What the folders below tests/rules cannot show of the rules about audits: grades, and what is told.
#include <doctest/doctest.h>

#include "assess/folder.h"
#include "diagnostics/rules.h"

using namespace ims;
using test::Folder;

namespace {

std::string gaps(const std::string& concern) {
    return Folder(
               "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\n"
               "risk: {likelihood: [rare, often], consequence: [minor, major], levels: {low: 1, high: 4}, appetite: "
               "low}\n"
               "# file: sell.yaml\nprocess: sell\ntitle: Sell\ntype: support\n# file: concern.yaml\n" +
                   concern + "\ntitle: A\ndisciplines: [quality]\nprocesses: [sell]\n",
               RuleId::audit_gap)
        .findings();
}

}  // namespace

TEST_CASE("what was never audited is grave where something grave is at stake") {
    const std::string told = " no audit of process `sell` in quality is done or planned\n";
    CHECK(gaps("risk: a\nlikelihood: often\nconsequence: major") == "high" + told);
    CHECK(gaps("risk: a\nlikelihood: rare\nconsequence: minor") == "medium" + told);
    CHECK(gaps("risk: a\ntype: aspect\nimpact: I\nsignificant: yes") == "high" + told);
    CHECK(gaps("risk: a\ntype: aspect\nimpact: I\nsignificant: no") == "medium" + told);
    CHECK(gaps("obligation: a\nsource: law\nrequires: R") == "high" + told);
    CHECK(gaps("obligation: a\nsource: contract\nrequires: R") == "medium" + told);
    CHECK(gaps("objective: a\nmeasure: M") == "medium" + told);
}

TEST_CASE("an auditor's competence that runs out is told by when the audit is") {
    const auto told = [](const std::string& audit) {
        return Folder(
                   "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\naudit: {competence: auditing}\n"
                   "# file: a.yaml\ncompetence: auditing\ntitle: Auditing\n---\nperson: p\ntitle: P\n"
                   "competences: [{competence: auditing, valid_until: 2026-05-31}]\n---\naudit: a\ntitle: A\n"
                   "disciplines: [quality]\nauditors: [person/p]\n" +
                       audit,
                   RuleId::auditor_without_competence)
            .findings();
    };
    CHECK(told("planned: 2026-05-31\ndone: 2026-05-31\n") == "");
    CHECK(told("planned: 2026-05-31\ndone: 2026-06-01\n") ==
          "medium competence `auditing` of auditor `person/p` had run out when audit `a` was done\n");
    CHECK(told("planned: 2026-07-31\n") ==
          "medium competence `auditing` of auditor `person/p` runs out before audit `a` is done\n");
}
