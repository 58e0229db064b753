// What the folders below tests/rules cannot show of the rules about risks: grades, and findings at one place.
#include <doctest/doctest.h>

#include "assess/folder.h"
#include "diagnostics/rules.h"

using namespace ims;
using test::Folder;

namespace {

std::string over_appetite(const std::string& fields, const std::string& settings = {}) {
    return Folder("# file: ims.yaml\norganisation: Example\ndisciplines: {quality: {}}\n" + settings +
                      "# file: risks.yaml\nrisk: fire\ntitle: Fire\nlikelihood: 2\nconsequence: 5\n" + fields +
                      "---\nrole: owner\ntitle: Owner\n",
                  RuleId::risk_over_appetite)
        .findings();
}

}  // namespace

TEST_CASE("a risk over the appetite is high, and medium while its treatment is not yet due") {
    const std::string high = "high risk `fire` is high, over the appetite of medium\n";
    const std::string medium = "medium risk `fire` is high, over the appetite of medium\n";
    CHECK(over_appetite("") == high);
    CHECK(over_appetite("treatment: reduce\n") == high);
    CHECK(over_appetite("treatment: reduce\ndue: 2026-06-02\n") == medium);
    CHECK(over_appetite("due: 2026-06-01\n") == medium);
    CHECK(over_appetite("due: 2026-05-31\n") == high);
    // To retain is no treatment that will be done by a day.
    CHECK(over_appetite("treatment: retain\ndue: 2026-12-31\n") == high);
    CHECK(over_appetite("treatment: [reduce, retain]\ndue: 2026-12-31\n") == medium);
    const std::string ended = "accepted: {by: owner, reason: rare, date: 2025-01-01, until: 2026-01-01}\n";
    CHECK(over_appetite(ended) == high);
    CHECK(over_appetite(ended + "due: 2026-12-31\n") == medium);
}

TEST_CASE("the grade that ims.yaml sets beats both") {
    const std::string settings = "check: {rules: {risk-over-appetite: low}}\n";
    const std::string low = "low risk `fire` is high, over the appetite of medium\n";
    CHECK(over_appetite("", settings) == low);
    CHECK(over_appetite("due: 2026-12-31\n", settings) == low);
}

TEST_CASE("the appetite of a discipline is named") {
    CHECK(over_appetite("disciplines: [quality]\n", "risk: {appetite: {quality: low}}\n") ==
          "high risk `fire` is high, over the appetite of low for quality\n");
}

TEST_CASE("hazards and aspects of a process lack conditions each by themselves") {
    const Folder folder(R"(process: weld
title: Weld
risks: [sparks, fumes]
---
risk: sparks
title: Sparks
type: hazard
conditions: [normal, emergency]
---
risk: fumes
title: Fumes
type: aspect
significant: no
conditions: [normal, abnormal]
)",
                        RuleId::missing_conditions);
    CHECK(folder.findings() ==
          "medium no aspect of process `weld` is considered under emergency conditions\n"
          "medium no hazard of process `weld` is considered under abnormal conditions\n");
}
