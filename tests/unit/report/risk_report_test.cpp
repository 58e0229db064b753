// What the report on risks, and other reports that show levels, say where the levels contradict themselves; and the one
// word that each treatment has.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "analyzed.h"
#include "judge/pictures.h"
#include "report/views/views.h"

using namespace ims;

namespace {

constexpr std::string_view kReason = "the levels of risk contradict themselves";

constexpr std::string_view kUpsideDown = R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {lead: boss}}
risk: {levels: {high: 1, medium: 5, low: 10}, appetite: medium}
# file: records.yaml
role: boss
title: Boss
holders: 2
responsibilities: [{does: All of it, disciplines: [quality], processes: [sell]}]
---
process: sell
title: Sell
owner: boss
---
risk: fire
title: Fire
owner: boss
disciplines: [quality]
processes: [sell]
likelihood: 5
consequence: 5
residual: {likelihood: 5}
accepted: {by: boss, date: 2026-05-01, until: 2027-05-01, reason: R}
review: {last: 2026-05-01}
---
management_review: spring
title: Spring
date: 2026-05-01
)";

std::string in_markdown(const Analysis& analysis, std::string_view report, RecordId subject = {}) {
    return test::written(find_report(report)->build({analysis, subject}), *find_document_format("markdown"));
}

std::string in_csv(const Analysis& analysis, std::string_view report) {
    return test::written(find_report(report)->build({analysis, {}}), *find_document_format("csv"));
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t out = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++out;
    return out;
}

}  // namespace

TEST_CASE("levels that contradict themselves are shown nowhere, and everywhere it says why") {
    const auto analysis = analyzed(kUpsideDown);
    const std::string risks = in_markdown(*analysis, "risks");
    CHECK(risks.find("1 cannot be judged") != std::string::npos);
    CHECK(risks.find("not rated") == std::string::npos);
    CHECK(risks.find("None can be drawn, because " + std::string(kReason)) != std::string::npos);
    CHECK(risks.find("None of those that can be judged.") != std::string::npos);
    // Before controls, with them, and in the list of what is accepted.
    CHECK(count(risks, "cannot be judged: " + std::string(kReason)) >= 1);
    CHECK(count(in_csv(*analysis, "risks"), "cannot be judged: " + std::string(kReason)) >= 3);
    CHECK(risks.find("appetite, the highest level") == std::string::npos);
    CHECK(in_markdown(*analysis, "exceptions").find("cannot be judged: " + std::string(kReason)) != std::string::npos);
    const RecordId sell = id_of(*analysis, "process/sell");
    CHECK(in_markdown(*analysis, "process", sell).find("cannot be judged: " + std::string(kReason)) !=
          std::string::npos);
    CHECK(
        in_markdown(*analysis, "management-review").find("1 that cannot be judged, because " + std::string(kReason)) !=
        std::string::npos);
    const std::string shown =
        test::written(view_record(*analysis, id_of(*analysis, "risk/fire")), *find_document_format("markdown"));
    CHECK(shown.find("How high it stands cannot be judged: the levels of risk in ims.yaml contradict themselves") !=
          std::string::npos);
    CHECK(test::cell(*analysis, "process/sell", "quality").starts_with("?"));
}

TEST_CASE("no risk is said to be over the appetite, or unrated, where none can be rated") {
    const auto analysis = analyzed(kUpsideDown);
    for (const Finding& finding : analysis->findings) {
        const std::string_view rule = analysis->rules.book()[finding.rule].name;
        CHECK(rule != "risk-over-appetite");
        CHECK(rule != "unrated-risk");
    }
}

TEST_CASE("a treatment is told by its one word, whichever was written") {
    const auto analysis = analyzed(R"(risk: fire
title: Fire
disciplines: [quality]
likelihood: 5
consequence: 5
treatment: [mitigate, transfer, reduce, accept]
due: 2027-01-01
)");
    const std::string risks = in_markdown(*analysis, "risks");
    CHECK(risks.find("reduce, share, reduce and retain") != std::string::npos);
    CHECK(risks.find("mitigate") == std::string::npos);
    CHECK(analysis->findings.end() ==
          std::ranges::find_if(analysis->findings, [](const Finding& each) { return each.grade == Grade::error; }));
    const std::string shown =
        test::written(view_record(*analysis, id_of(*analysis, "risk/fire")), *find_document_format("markdown"));
    CHECK(shown.find("reduce (written as mitigate), share (written as transfer), reduce, retain (written as accept)") !=
          std::string::npos);
}

TEST_CASE("an obligation that a risk is about stands in the register of risks, and in a statement of applicability") {
    const auto analysis = analyzed(R"(# file: ims.yaml
organisation: Example
disciplines: {information-security: {standards: [house]}}
# file: house.yaml
standard: house
title: House
clauses: [{number: A.1, title: Locks, annex: yes}]
# file: records.yaml
risk: theft
title: Theft
disciplines: [information-security]
obligations: [lock-up]
---
obligation: lock-up
title: Lock up at night
source: contract
requires: Locks
disciplines: [information-security]
---
control: locks
title: Good locks
risks: [theft]
---
applicability: soa
title: Statement
against: house
decisions: {A.1: {applies: yes, reason: Burglars, controls: [locks]}}
)");
    CHECK(in_csv(*analysis, "risks").find("Lock up at night") != std::string::npos);
    const std::string soa = in_markdown(*analysis, "applicability", id_of(*analysis, "standard/house"));
    CHECK(soa.find("| Because of |") != std::string::npos);
    CHECK(soa.find("Theft") < soa.find("Lock up at night"));
    CHECK(soa.find("Lock up at night") != std::string::npos);
    // Without any, no column takes room.
    CHECK(in_markdown(*analyzed("risk: x\ntitle: X\n"), "risks").find("| Obligations |") == std::string::npos);
}
