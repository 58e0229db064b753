// What the folders below tests/rules cannot show of the rules about nonconformities and incidents: grades and notes.
#include <doctest/doctest.h>

#include "analyzed.h"
#include "assess/folder.h"
#include "diagnostics/rules.h"

using namespace ims;
using test::Folder;

TEST_CASE("a late action weighs more against a major nonconformity") {
    const auto found = [](const std::string& grade) {
        return Folder("role: r\ntitle: R\n---\nnonconformity: n\ntitle: N\ndate: 2026-01-10\ngrade: " + grade +
                          "\naction: {does: D, owner: r, due: 2026-05-31}\n",
                      RuleId::nonconformity_overdue)
            .findings();
    };
    CHECK(found("major") == "high the action against major nonconformity `n` was due on 2026-05-31\n");
    CHECK(found("minor") == "medium the action against nonconformity `n` was due on 2026-05-31\n");
    CHECK(found("observation") == "medium the action against nonconformity `n` was due on 2026-05-31\n");
}

TEST_CASE("a nonconformity that came back says what both are about") {
    const auto notes = [](const std::string& first, const std::string& second) {
        const auto analysis = analyzed(
            "# file: records.yaml\nasset: scale\ntitle: Scale\n---\nasset: oven\ntitle: Oven\n"
            "---\nsupplier: mill\ntitle: Mill\nprovides: Flour\n"
            "---\nnonconformity: a\ntitle: A\ngrade: minor\ndate: 2025-01-10\n" +
            first + "---\nnonconformity: b\ntitle: B\ngrade: minor\ndate: 2026-01-10\nrepeats: a\n" + second);
        std::string text;
        for (const Finding& each : analysis->findings) {
            if (each.rule != RuleId::repeated_nonconformity) continue;
            for (const Message& note : each.notes) text += said(*analysis, note) + "\n";
        }
        return text;
    };
    const std::string unmended = "`a` is not mended yet: it has no action\n";
    CHECK(notes("", "assets: [scale]\n") == unmended);
    CHECK(notes("assets: [oven]\n", "assets: [scale]\n") == unmended);
    CHECK(notes("assets: [oven, scale]\nsuppliers: [mill]\n", "assets: [scale]\nsuppliers: [mill]\n") ==
          unmended + "both are about `asset/scale` and `supplier/mill`\n");
}

TEST_CASE("a downtime tells what was raised and does not settle it") {
    const auto analysis = analyzed(
        "# file: records.yaml\nprocess: sell\ntitle: Sell\ncontinuity: {rto: 4 h}\n"
        "---\nincident: down\ntitle: Down\ntype: incident\ndate: 2026-03-01\nprocesses: [sell]\ndowntime: 5 h\n"
        "---\nnonconformity: n\ntitle: N\ngrade: minor\ndate: 2026-03-02\nraised_by: incident/down\n"
        "disciplines: [quality]\nprocesses: [sell]\n");
    std::string text;
    for (const Finding& each : analysis->findings) {
        if (each.rule != RuleId::downtime_beyond_rto) continue;
        text += std::string(to_string(each.grade)) + "\n";
        for (const Message& note : each.notes) text += said(*analysis, note) + "\n";
    }
    CHECK(text ==
          "medium\nthe recovery time objective of `sell` is 4 h\n"
          "what it raised (`n`) does not settle that: a nonconformity has to name the process and "
          "business-continuity, and to be open or found effective since\n");
}

TEST_CASE("an obligation that is met in part weighs less") {
    const auto found = [](const std::string& result) {
        return Folder("obligation: o\ntitle: O\nsource: law\nrequires: R\nevaluations: {date: 2026-05-01, result: " +
                          result + "}\n",
                      RuleId::obligation_not_met)
            .findings();
    };
    CHECK(found("not-met").starts_with("high obligation `o` was found not met on 2026-05-01"));
    CHECK(found("partly-met").starts_with("medium obligation `o` was found only partly met on 2026-05-01"));
    CHECK(found("met") == "");
}
