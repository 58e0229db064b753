// What the folders below tests/rules cannot show of the rules about continuity: grades, messages with the slowest path,
// times in the units that people wrote.
#include <doctest/doctest.h>

#include "analyzed.h"
#include "assess/folder.h"
#include "diagnostics/rules.h"

using namespace ims;
using test::Folder;

namespace {

// A process (rto 8 h, mtpd 48 h) that needs the asset `system`; more of that need, and the records of what is needed.
std::string slow(const std::string& need, const std::string& records) {
    return Folder(
               "# file: records.yaml\nprocess: work\ntitle: Work\ncontinuity: {rto: 8 h, mtpd: 48 h}\nneeds:\n  - "
               "what: "
               "asset/system\n" +
                   need + "---\n" + records,
               RuleId::slow_dependency)
        .findings();
}

std::string asset(const std::string& id, const std::string& rest) {
    return "asset: " + id + "\ntitle: " + id + "\n" + rest + "\n---\n";
}

std::string with_recovery(const std::string& id, const std::string& recovery, const std::string& rest = {}) {
    return asset(id, "recovery: {" + recovery + "}\n" + rest);
}

std::string findings(const std::string& records, RuleId rule) {
    return Folder("# file: records.yaml\n" + records, rule).findings();
}

}  // namespace

TEST_CASE("the truth table of slow dependencies, as findings") {
    CHECK(slow("", with_recovery("system", "agreed: 4 h")) == "");
    CHECK(slow("", with_recovery("system", "agreed: 8 h")) == "");
    CHECK(slow("", with_recovery("system", "agreed: 0 h")) == "");
    CHECK(slow("", with_recovery("system", "agreed: 24 h")) ==
          "high process `work` is to be back after 8 h (`rto`), but asset `system` takes 24 h: `system` (24 h)\n");
    CHECK(slow("", with_recovery("system", "agreed: 72 h")) ==
          "high process `work` must not stand still for more than 48 h (`mtpd`), but asset `system` takes 72 h: "
          "`system` (72 h)\n");
    CHECK(slow("", asset("system", "type: system")) == "");
    CHECK(slow("    workaround: 3 d\n", asset("system", "type: system")) == "");
    CHECK(slow("    workaround: 3 d\n", with_recovery("system", "agreed: 24 h")) == "");
    CHECK(slow("    alternatives: [asset/spare]\n",
               with_recovery("system", "agreed: 24 h") + with_recovery("spare", "agreed: 4 h")) == "");
    // An alternative of which nothing is known may be quicker than the mtpd.
    CHECK(slow("    alternatives: [asset/spare]\n", with_recovery("system", "agreed: 72 h") + asset("spare", "")) ==
          "high process `work` is to be back after 8 h (`rto`), but asset `system` takes 72 h: `system` (72 h)\n");
    CHECK(
        slow("", with_recovery("system", "agreed: 4 h", "needs: [{what: asset/power}]") +
                     with_recovery("power", "agreed: 24 h")) ==
        "high process `work` is to be back after 8 h (`rto`), but asset `system` takes 24 h: `system` (4 h) → `power` "
        "(24 h)\n");
    CHECK(slow("", with_recovery("system", "agreed: 4 h, demonstrated: 12 h")) ==
          "high process `work` is to be back after 8 h (`rto`), but asset `system` takes 12 h: `system` (12 h, "
          "demonstrated)\n");
}

TEST_CASE("a slow dependency is told in the units that people wrote, with what bridges it") {
    CHECK(slow("", with_recovery("system", "agreed: 2880 minutes")) ==
          "high process `work` is to be back after 8 h (`rto`), but asset `system` takes 2880 minutes: `system` (2880 "
          "minutes)\n");
    CHECK(slow("    workaround: 12 h\n", with_recovery("system", "agreed: 1 d")) ==
          "high process `work` can do for 12 h without `system`, but asset `system` takes 1 d: `system` (1 d)\n");
    CHECK(slow("    workaround: 3 d\n", with_recovery("system", "agreed: 1 w")) ==
          "high process `work` can do for 3 d without `system`, but asset `system` takes 1 w: `system` (1 w)\n");
    CHECK(slow("    alternatives: [asset/spare]\n",
               with_recovery("system", "agreed: 36 h") + with_recovery("spare", "agreed: 24 h")) ==
          "high process `work` is to be back after 8 h (`rto`), but asset `spare` takes 24 h: `spare` (24 h)\n");
    CHECK(slow("", asset("system", "provider: host") + "supplier: host\ntitle: Host\nprovides: hosting\nrecovery: "
                                                       "{agreed: 2 d}\n") ==
          "high process `work` is to be back after 8 h (`rto`), but asset `system` takes 2 d: `system` (2 d, as its "
          "provider `host`)\n");
    // What is unknown on the way is told as such.
    CHECK(slow("", asset("system", "needs: [{what: asset/power}]") + with_recovery("power", "agreed: 24 h")) ==
          "high process `work` is to be back after 8 h (`rto`), but asset `system` takes 24 h: `system` (time unknown) "
          "→ `power` (24 h)\n");
}

TEST_CASE("a long way is cut in its middle") {
    std::string records = with_recovery("system", "agreed: 1 h", "needs: [{what: asset/a1}]");
    for (int step = 1; step < 20; ++step) {
        records += with_recovery("a" + std::to_string(step), "agreed: " + std::to_string(step) + " h",
                                 "needs: [{what: asset/a" + std::to_string(step + 1) + "}]");
    }
    CHECK(
        slow("", records + with_recovery("a20", "agreed: 20 h")) ==
        "high process `work` is to be back after 8 h (`rto`), but asset `system` takes 20 h: `system` (1 h) → `a1` (1 "
        "h) → `a2` (2 h) → `a3` (3 h) → `a4` (4 h) → 15 more steps → `a20` (20 h)\n");
}

TEST_CASE("an rto as long as the mtpd is medium, a longer one an error, unless ims.yaml grades it") {
    const auto judge = [](const std::string& rto, const std::string& settings = {}) {
        return Folder("# file: ims.yaml\norganisation: Test\ndisciplines: {business-continuity: {}}\n" + settings +
                          "# file: p.yaml\nprocess: p\ntitle: P\ncontinuity: {mtpd: 2 d, rto: " + rto + "}\n",
                      RuleId::rto_beyond_mtpd)
            .findings();
    };
    CHECK(judge("48 h") == "medium the `rto` of process `p`, 48 h, is as long as its `mtpd`\n");
    CHECK(judge("72 h") == "error the `rto` of process `p`, 72 h, is longer than its `mtpd` of 2 d\n");
    CHECK(judge("47 h") == "");
    CHECK(judge("48 h", "check: {rules: {rto-beyond-mtpd: low}}\n") ==
          "low the `rto` of process `p`, 48 h, is as long as its `mtpd`\n");
}

TEST_CASE("a single source is high where a prioritised process stands still without it") {
    const std::string supplier = "---\nsupplier: grower\ntitle: Grower\nprovides: flowers\n";
    CHECK(
        findings("process: sell\ntitle: Sell\nneeds: [{what: supplier/grower}]\n" + supplier, RuleId::single_source) ==
        "medium process `sell` has nothing to fall back on if supplier `grower` fails\n");
    // The prioritised one is named, although another comes first.
    CHECK(findings("process: a\ntitle: A\nneeds: [{what: supplier/grower}]\n---\nprocess: b\ntitle: B\ncontinuity: "
                   "{prioritised: yes}\nneeds: [{what: supplier/grower}]\n" +
                       supplier,
                   RuleId::single_source) ==
          "high prioritised process `b` has nothing to fall back on if supplier `grower` fails\n");
}

TEST_CASE("alternatives of a supplier and of a need are one thing to slow dependencies") {
    const auto judge = [](const std::string& need, const std::string& supplier, const std::string& other) {
        return findings("process: p\ntitle: P\ncontinuity: {rto: 8 h, mtpd: 48 h}\nneeds: [{what: supplier/s" + need +
                            "}]\n---\nsupplier: s\ntitle: S\nprovides: x\nrecovery: {agreed: 72 h}\n" + supplier +
                            "---\nsupplier: t\ntitle: T\nprovides: x\nrecovery: {agreed: 1 h}\n" + other,
                        RuleId::slow_dependency);
    };
    const std::string slow =
        "high process `p` must not stand still for more than 48 h (`mtpd`), but supplier `s` takes 72 h: `s` (72 h)\n";
    CHECK(judge("", "", "") == slow);
    CHECK(judge("", "alternatives: [t]\n", "") == "");
    CHECK(judge(", alternatives: [supplier/t]", "", "") == "");
    CHECK(judge("", "alternatives: [t]\n", "status: draft\n") == slow);
    CHECK(judge(", alternatives: [supplier/t]", "", "status: draft\n") == slow);
    CHECK(judge("", "alternatives: [t]\n", "needs: [{what: supplier/s}]\n") == slow);
    CHECK(judge("", "alternatives: [t]\n",
                "evaluations: [{disciplines: [business-continuity], date: 2026-01-01, result: rejected}]\n") == slow);
}

TEST_CASE("circles are told with a shortest way round, each once") {
    const auto circle = [](const std::string& id, const std::string& next) {
        return asset(id, "needs: [" + next + "]");
    };
    CHECK(findings(circle("a", "{what: asset/b}, {what: asset/c}") + circle("b", "{what: asset/c}") +
                       circle("c", "{what: asset/a}") + circle("d", "{what: asset/e}") + circle("e", "{what: asset/d}"),
                   RuleId::dependency_cycle) ==
          "medium these assets need one another to be back: `a` → `c` → `a`\n"
          "medium these assets need one another to be back: `d` → `e` → `d`\n");
}

TEST_CASE("what lacks in an impact analysis is named") {
    const auto judge = [](const std::string& rest) {
        return findings("process: p\ntitle: P\ntype: core\n" + rest, RuleId::impact_analysis_incomplete);
    };
    CHECK(judge("") == "high core process `p` says nothing of how long it may stand still\n");
    CHECK(judge("continuity: {rto: 8 h}\n") ==
          "high the impact analysis of the core process `p` lacks `impact` and `mtpd`\n");
    CHECK(judge("continuity: {prioritised: yes}\n") ==
          "high the impact analysis of the prioritised process `p` lacks `impact`, `mtpd` and `rto`\n");
    CHECK(judge("continuity: {prioritised: no, reason: it can wait}\n") == "");
}

TEST_CASE("an exception for continuity accepts a finding of the family") {
    CHECK(findings("process: p\ntitle: P\ncontinuity: {rto: 8 h}\nassets: [a]\nexceptions: [{rule: slow-dependency, "
                   "disciplines: [business-continuity], reason: bought in autumn, by: boss, until: 2026-12-31}]\n---\n"
                   "role: boss\ntitle: Boss\n---\n" +
                       with_recovery("a", "agreed: 1 d"),
                   RuleId::slow_dependency) == "");
}

TEST_CASE("what is yet to show an rto is named by day, each once, and the nearest only") {
    std::string records =
        "# file: ims.yaml\norganisation: Example\ndisciplines: {business-continuity: {}}\n"
        "# file: records.yaml\nprocess: sell\ntitle: Sell\ncontinuity: {prioritised: yes, rto: 4 h}\n"
        "plans: [fire, flood]\n"
        "---\nplan: fire\ntitle: Fire\nactivation: A\n---\nplan: flood\ntitle: Flood\nactivation: A\n";
    const auto plan = [&](const std::string& id, const std::string& tests, const std::string& day) {
        records += "---\nexercise: " + id + "\ntitle: " + id + "\ntests: [" + tests + "]\nplanned: " + day + "\n";
    };
    const auto told = [&] {
        const auto analysis = analyzed(records);
        std::string notes;
        for (const Finding& each : analysis->findings) {
            if (each.rule != RuleId::rto_never_shown) continue;
            for (const Message& note : each.notes) notes += said(*analysis, note) + "\n";
        }
        return notes;
    };
    plan("both", "fire, flood", "2026-08-01");
    plan("missed", "fire", "2026-05-31");
    plan("soon", "flood", "2026-07-01");
    CHECK(told() == "exercise `soon` is planned for 2026-07-01\nexercise `both` is planned for 2026-08-01\n");
    plan("third", "fire", "2026-09-01");
    plan("fourth", "flood", "2026-09-02");
    plan("fifth", "flood", "2026-09-03");
    CHECK(told() ==
          "exercise `soon` is planned for 2026-07-01\nexercise `both` is planned for 2026-08-01\n"
          "exercise `third` is planned for 2026-09-01\nexercise `fourth` is planned for 2026-09-02\n"
          "1 more exercise is planned later\n");
}
