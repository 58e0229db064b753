// What rules hand over with their findings, so that the stage after them can place and fold these.
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "analyzed.h"
#include "check/run.h"
#include "diagnostics/rules.h"

using namespace ims;

namespace {

class HandedOver {
public:
    HandedOver(RuleId rule, std::string_view files) : rule_(rule), analysis_(analyzed(files)) {}

    // Where each finding of the rule is at home, as the rule says; those that are accepted last.
    // "take-orders: quality, environment; counter: quality"
    [[nodiscard]] std::string cells() const {
        return of_each([&](const Finding& finding) {
            std::string text;
            for (const Cells& each : finding.cells) {
                text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", analysis_->graph[each.process].id(),
                                    fmt::join(analysis_->settings.names(each.disciplines), ", "));
            }
            return text;
        });
    }
    [[nodiscard]] std::string because() const {
        return of_each([&](const Finding& finding) {
            std::string text;
            for (const RecordId each : finding.because)
                text += (text.empty() ? "" : " ") + analysis_->graph[each].name().text();
            return text;
        });
    }
    [[nodiscard]] std::string marks() const {
        return of_each([](const Finding& finding) -> std::string {
            if (!finding.mark) return "none";
            constexpr std::string_view kLetters = "PDCA";
            return std::string(1, kLetters[static_cast<std::size_t>(*finding.mark)]);
        });
    }
    [[nodiscard]] std::string clauses() const {
        return of_each([](const Finding& finding) {
            std::string text;
            for (const ClauseKey& each : finding.clauses)
                text += fmt::format("{}{}/{}", text.empty() ? "" : " ", each.harmonised, each.theme);
            return text;
        });
    }
    [[nodiscard]] std::string disciplines() const {
        return of_each([](const Finding& finding) { return fmt::format("{}", fmt::join(finding.disciplines, ", ")); });
    }
    // Of how many records in force, of all kinds that it looks at, the rule was asked.
    [[nodiscard]] std::size_t asked() const {
        const Found found = run_rules(analysis_->rules, analysis_->graph, analysis_->facts, 1);
        std::size_t count = 0;
        for (const auto& [place, asked] : found.asked) count += place.first == rule_ ? asked : 0;
        return count;
    }

private:
    template <class Tell>
    std::string of_each(const Tell& tell) const {
        std::string text;
        for (const auto* findings : {&analysis_->findings, &analysis_->untold}) {
            for (const Finding& finding : *findings) {
                if (finding.rule == rule_) text += (text.empty() ? "" : " | ") + tell(finding);
            }
        }
        return text;
    }

    RuleId rule_;
    std::unique_ptr<Analysis> analysis_;
};

// Two processes in which the cashier takes part; environment is answered for by the owner in both.
constexpr std::string_view kShop = R"(# file: shop.yaml
role: owner
title: Shop owner
responsibilities: [{does: Sees to it, disciplines: [quality, environment]}]
---
role: cashier
title: Cashier
responsibilities: [{does: Counts, disciplines: [quality]}]
---
process: take-orders
title: Take orders
owner: owner
responsible: [cashier]
---
process: counter
title: Serve at the counter
owner: owner
responsible: [cashier]
---
risk: waste
title: Waste
disciplines: [environment]
processes: [take-orders]
owner: owner
---
risk: wrong-change
title: Wrong change
disciplines: [quality]
processes: [take-orders, counter]
owner: owner
)";

std::string shop(std::string_view more) { return std::string(kShop) + std::string(more); }

}  // namespace

TEST_CASE("a role misses a discipline where its process carries it, and nowhere else") {
    const HandedOver told(RuleId::role_misses_discipline, kShop);
    CHECK(told.cells() == "take-orders: environment");
    CHECK(told.because() == "role/cashier");
}

TEST_CASE("what is accepted is at home where it would be without the exception") {
    const std::string files = shop(R"(---
risk: heavy-boxes
title: Heavy boxes
disciplines: [health-and-safety]
processes: [counter]
---
role: driver
title: Driver
responsibilities: [{does: Lifts, disciplines: [health-and-safety], processes: [counter]}]
---
role: helper
title: Helper
processes: [take-orders, counter]
exceptions: [{rule: role-misses-discipline, disciplines: [environment], reason: R, by: owner}]
)");
    CHECK(HandedOver(RuleId::role_misses_discipline, files).cells() ==
          "counter: health-and-safety | take-orders: environment; counter: health-and-safety | counter: quality | "
          "take-orders: quality; counter: quality, health-and-safety | take-orders: environment");
}

TEST_CASE("a process that excludes what it carries is why a role misses it, if no other one carries that") {
    const std::string excluded = R"(---
process: pack
title: Pack
owner: owner
responsible: [cashier]
not_applicable: {health-and-safety: nothing is heavy here}
---
risk: heavy-boxes
title: Heavy boxes
disciplines: [health-and-safety]
processes: [pack]
owner: owner
)";
    const std::string also = R"(---
process: load
title: Load
owner: owner
responsible: [cashier]
risks: [heavy-boxes]
)";
    CHECK(HandedOver(RuleId::role_misses_discipline, shop(excluded)).because() == "role/cashier process/pack");
    CHECK(HandedOver(RuleId::role_misses_discipline, shop(excluded + also)).because() == "role/cashier");
}

TEST_CASE("what is audited nowhere is at home in each process that waits for it") {
    const HandedOver told(RuleId::audit_gap, R"(# file: ims.yaml
organisation: O
disciplines: {quality: {}, environment: {}}
# file: shop.yaml
process: sell
title: Sell
---
process: pack
title: Pack
not_applicable: {environment: nothing is thrown away}
---
process: load
title: Load
---
risk: mistakes
title: Mistakes
disciplines: [quality, environment]
processes: [sell, pack, load]
---
audit: spring
title: Spring
disciplines: [quality]
processes: [sell]
done: 2026-03-02
)");
    CHECK(told.cells() == "sell: environment; load: environment |  | ");
    CHECK(told.disciplines() == "environment | quality | quality");
}

TEST_CASE("an auditor is partial in what they take part in") {
    const std::string files = shop(R"(---
role: auditor
title: Auditor
people: [p-01]
conflicts_with: [{role: florist}]
---
role: florist
title: Florist
people: [p-01]
processes: [counter]
---
person: p-01
title: Somebody
---
audit: spring
title: Spring
disciplines: [quality, environment]
processes: [take-orders, counter]
done: 2026-03-02
auditors: [auditor, cashier]
)");
    const HandedOver told(RuleId::auditor_not_impartial, files);
    CHECK(told.cells() ==
          "counter: quality, environment | take-orders: quality, environment; counter: quality, environment");
    CHECK(told.because() == "audit/spring role/auditor role/florist | audit/spring");
}

TEST_CASE("a supplier counts where it is used, in what is carried there") {
    const HandedOver told(RuleId::supplier_misses_discipline, shop(R"(---
supplier: host
title: The host
evaluations: [{disciplines: [quality], date: 2026-03-02, result: approved}]
---
asset: till
title: Till
provider: host
processes: [take-orders]
---
asset: drawer
title: Drawer
processes: [counter]
needs: [{what: asset/till}]
)"));
    CHECK(told.cells() == "take-orders: environment");
}

TEST_CASE("an unknown recovery is at home where somebody waits for it") {
    const HandedOver told(RuleId::dependency_unknown, R"(# file: shop.yaml
asset: till
title: Till
---
process: sell
title: Sell
assets: [till]
continuity: {rto: 4 h}
---
process: pack
title: Pack
assets: [till]
continuity: {rto: 8 h}
---
process: load
title: Load
needs: [{what: asset/till, workaround: 3 d}]
continuity: {rto: 1 d}
---
process: sweep
title: Sweep
assets: [till]
)");
    CHECK(told.cells() == "sell: business-continuity; pack: business-continuity");
}

TEST_CASE("a single source follows from a slow dependency only where it is what is slow") {
    const auto with = [](std::string_view recovery) {
        return HandedOver(RuleId::single_source, fmt::format(R"(# file: shop.yaml
supplier: market
title: Market
{}
---
process: sell
title: Sell
continuity: {{rto: 4 h, prioritised: yes}}
inputs: [{{item: flowers, from: supplier/market}}]
)",
                                                             recovery));
    };
    CHECK(with("recovery: {agreed: 2 d}").because() == "process/sell");
    CHECK(with("recovery: {agreed: 1 h}").because() == "supplier/market");
    CHECK(with("recovery: {agreed: 1 h}").cells() == "sell: business-continuity");
}

TEST_CASE("a missed recovery is explained by the process that is slow, and by none of several") {
    const auto with = [](std::string_view processes) {
        return HandedOver(RuleId::downtime_beyond_rto, fmt::format(R"(# file: shop.yaml
process: sell
title: Sell
continuity: {{rto: 4 h}}
---
process: pack
title: Pack
continuity: {{rto: 4 h}}
---
incident: blackout
title: Blackout
disciplines: [quality]
date: 2026-03-02
downtime: 2 d
processes: {}
)",
                                                                   processes));
    };
    CHECK(with("[sell]").because() == "process/sell");
    CHECK(with("[sell, pack]").because() == "incident/blackout");
    CHECK(with("[sell, pack]").cells() == "sell: business-continuity; pack: business-continuity");

    const HandedOver exercised(RuleId::exercise_missed_rto, R"(# file: shop.yaml
process: sell
title: Sell
continuity: {rto: 4 h}
---
exercise: autumn
title: Autumn
date: 2026-03-02
achieved: [{process: sell, in: 6 h}]
)");
    CHECK(exercised.because() == "process/sell");
    CHECK(exercised.cells() == "sell: business-continuity");
}

TEST_CASE("what a person is not able to do counts where the role that asks it takes part") {
    const std::string files = shop(R"(---
competence: first-aid
title: First aid
disciplines: [health-and-safety]
---
role: driver
title: Driver
processes: [counter]
competences: [{competence: first-aid}]
---
person: p-01
title: Holds two roles
roles: [driver, cashier]
---
person: p-02
title: Holds one
roles: [driver]
)");
    const HandedOver told(RuleId::competence_gap, files);
    CHECK(told.cells() == "counter: health-and-safety | ");  // of the second it follows from the person
    CHECK(told.disciplines() == "health-and-safety | health-and-safety");
    CHECK(told.because() == "role/driver | role/driver");
}

TEST_CASE("an exception may accept what a person lacks in one discipline") {
    const HandedOver told(RuleId::competence_gap, R"(# file: shop.yaml
competence: first-aid
title: First aid
disciplines: [health-and-safety]
---
role: owner
title: Owner
competences: [{competence: first-aid}]
people: [p-01]
---
person: p-01
title: Somebody
exceptions: [{rule: competence-gap, disciplines: [health-and-safety], reason: R, by: owner}]
)");
    CHECK(told.because() == "");  // the one finding is accepted
    CHECK(told.disciplines() == "health-and-safety");
}

TEST_CASE("an empty chair costs what it answers for, or else all that it does not exclude") {
    const HandedOver told(RuleId::vacant_role, shop(R"(---
role: helper
title: Helper
holders: 0
processes: [take-orders]
responsibilities: [{does: Sorts the waste, disciplines: [environment]}]
---
role: runner
title: Runner
holders: 0
processes: [take-orders]
not_applicable: {environment: others see to it}
)"));
    CHECK(told.cells() == "take-orders: environment | take-orders: quality");
}

TEST_CASE("duties conflict where both are done") {
    const HandedOver told(RuleId::duty_conflict, shop(R"(---
role: buyer
title: Buyer
people: [p-01]
processes: [take-orders, counter]
conflicts_with: [{role: payer}]
---
role: payer
title: Payer
people: [p-01]
processes: [counter]
---
person: p-01
title: Somebody
)"));
    CHECK(told.cells() == "counter: quality");
}

TEST_CASE("self-approval follows from a conflict of duties only between those two roles") {
    const auto with = [](std::string_view conflict) {
        return HandedOver(RuleId::self_approval, fmt::format(R"(# file: shop.yaml
role: buyer
title: Buyer
people: [p-01]
{}
---
role: payer
title: Payer
people: [p-01]
---
person: p-01
title: Somebody
---
change: bike
title: Bike
owner: buyer
approved: {{by: payer, date: 2026-03-02}}
)",
                                                             conflict));
    };
    CHECK(with("conflicts_with: [{role: payer}]").because() == "change/bike role/buyer role/payer");
    CHECK(with("").because() == "change/bike");
}

TEST_CASE("an incident nobody saw coming is at home where nobody did") {
    const HandedOver told(RuleId::unforeseen_incident, shop(R"(---
incident: spill
title: Spill
disciplines: [quality, environment]
date: 2026-03-02
processes: [take-orders, counter]
)"));
    CHECK(told.cells() == "counter: environment");
}

TEST_CASE("a process falls with one person because of the roles in it") {
    const HandedOver told(RuleId::one_deep, R"(# file: shop.yaml
role: florist
title: Florist
people: [p-01]
---
role: helper
title: Helper
holders: 0
---
person: p-01
title: Somebody
---
process: sell
title: Sell
owner: florist
responsible: [helper]
)");
    CHECK(told.because() == "role/florist role/helper");
}

TEST_CASE("an input is unmatched because of those who are to give it") {
    const HandedOver told(RuleId::unmatched_input, R"(# file: shop.yaml
process: sell
title: Sell
---
process: pack
title: Pack
inputs: [{item: slip, from: process/sell}, {item: paper}]
)");
    CHECK(told.because() == "process/pack process/sell | process/pack");
}

TEST_CASE("a nonconformity that repeats another one shows that nobody had to check") {
    const HandedOver told(RuleId::unchecked_effectiveness, R"(# file: shop.yaml
role: owner
title: Owner
---
nonconformity: first
title: First
grade: minor
date: 2025-03-02
action: {does: Something, owner: owner, done: 2025-04-01}
---
nonconformity: again
title: Again
grade: minor
date: 2026-03-02
repeats: first
)");
    CHECK(told.because() == "nonconformity/first nonconformity/again");
}

TEST_CASE("letters that depend on the case") {
    const auto risk = [](std::string_view more) {
        return HandedOver(RuleId::risk_over_appetite, fmt::format(R"(# file: shop.yaml
risk: fire
title: Fire
disciplines: [quality]
likelihood: 5
consequence: 5
{}
)",
                                                                  more));
    };
    CHECK(risk("").marks() == "P");
    CHECK(risk("treatment: [reduce]\ndue: 2026-12-31").marks() == "D");
    CHECK(risk("treatment: [reduce]\ndue: 2026-03-31").marks() == "D");

    CHECK(HandedOver(RuleId::never_reviewed, R"(# file: shop.yaml
document: rules
title: Rules
type: procedure
---
risk: fire
title: Fire
)")
              .marks() == "D | P");
    CHECK(HandedOver(RuleId::review_overdue, R"(# file: shop.yaml
document: rules
title: Rules
type: procedure
review: {next: 2026-03-31}
---
risk: fire
title: Fire
review: {next: 2026-03-31}
)")
              .marks() == "C | P");
}

TEST_CASE("a management review costs checking, or acting where only decisions are left open") {
    const auto review = [](std::string_view more) {
        return HandedOver(RuleId::management_review_incomplete, fmt::format(R"(# file: ims.yaml
organisation: O
disciplines: {{quality: {{}}}}
# file: review.yaml
{}
)",
                                                                            more));
    };
    const std::string heard = R"(management_review: spring
title: Spring
date: 2026-03-02
inputs:
  performance: {quality: A}
  actions: A
  context: A
  parties: A
  nonconformities: A
  audits: A
  objectives: A
  risks: A
  improvement: A
conclusion: A
)";
    CHECK(review("role: owner\ntitle: Owner").marks() == "C");
    CHECK(review("management_review: spring\ntitle: Spring\ndate: 2026-03-02").marks() == "C");
    CHECK(review(heard + "decisions: [{what: Something}]").marks() == "A");
}

TEST_CASE("clauses are handed over by the keys that hold in every standard") {
    const HandedOver told(RuleId::clause_without_evidence, R"(# file: ims.yaml
organisation: O
disciplines: {quality: {standards: [house]}}
# file: house.yaml
standard: house
title: House rules
clauses:
  - {number: "5.2", title: Policy, harmonised: "hs:5.2", evidence: [document]}
  - {number: "5.3", title: Roles, theme: roles, evidence: [issue]}
)");
    CHECK(told.clauses() == "hs:5.2/ /roles");
}

TEST_CASE("of what is not asked nothing is counted") {
    CHECK(HandedOver(RuleId::obligation_unowned, R"(# file: shop.yaml
obligation: a
title: A
---
obligation: b
title: Does not apply
applies: no
why_not: we have none
---
obligation: c
title: Draft
status: draft
)")
              .asked() == 1);
    CHECK(HandedOver(RuleId::unverified_control, R"(# file: shop.yaml
control: a
title: A
implementation: in-place
---
control: b
title: Planned
implementation: planned
)")
              .asked() == 1);
    CHECK(HandedOver(RuleId::unrated_risk, R"(# file: shop.yaml
risk: a
title: A
---
risk: b
title: An aspect
type: aspect
significant: no
---
risk: c
title: Rated
likelihood: rare
consequence: minor
)")
              .asked() == 2);
}
