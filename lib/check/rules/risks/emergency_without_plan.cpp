#include <fmt/format.h>

#include "assess/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const RiskFacts& facts = context.facts.risk(risk.record());
    const bool weighty = (facts.type == RiskType::hazard && facts.high()) || facts.significant;
    if (!risk.active() || !weighty || !facts.considers(Condition::emergency)) return;
    if (context.graph.may_be_unread(kinds::plan) || !plans_for(risk).empty()) return;
    auto finding = report.on(risk, fmt::format("no plan names the {} `{}` in emergency conditions",
                                               facts.significant ? "significant aspect" : "high hazard", risk.id()));
    for (const FieldView condition : risk[own::conditions].children()) {
        if (condition.word() == "emergency") finding.label(condition.span(), "an emergency");
    }
    for (const Edge& edge : context.graph.references_to(risk.record())) {
        const RecordView plan = context.graph[edge.other];
        if (plan.is(kinds::plan) && plan.status() == Status::draft)
            finding.note(fmt::format("plan `{}` names it, and is a draft", plan.id()));
    }
    finding.help(
        fmt::format("add it under `risks` of the plan that says what is done then, or write one: `plan: …`, "
                    "`risks: [{}]`, `activation`, `team`, `steps`",
                    risk.id()));
}

IMS_DEFINE_RULE(emergency_without_plan) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(A hazard whose level before controls is over the appetite, or a significant environmental aspect, is considered under
`emergency` conditions, and no active plan names it under its `risks`. A plan for the same process or site that does not
name it is no answer: nobody can tell that it was written for this. Drafts of risks are not looked at.

## Why it matters

When it burns or leaks there is no time to think of what to do first. ISO 45001 8.2 and ISO 14001 8.2 ask for planned
responses to the emergencies that were foreseen, trained and tested; ISO 22301 8.4 for plans that say when they begin.

## How to mend it

Name the risk under `risks` of the emergency plan that covers it. If there is none, write one: when it begins
(`activation`), who acts (`team`), what they do (`steps`); then exercise it. If there can be no emergency, take the word
out of `conditions`. To accept the gap for a while, add an entry to `exceptions` of the risk with `rule`, `reason`, `by`
and `until`.
)",
    .bad = R"(# file: roles/warden.yaml
role: warden
title: Fire warden
# file: sites/shop.yaml
site: shop
title: The shop
# file: risks/fire.yaml
risk: fire
title: Fire in the shop
type: hazard
conditions: [normal, abnormal, emergency]
disciplines: [health-and-safety]
sites: [shop]
owner: warden
likelihood: unlikely
consequence: severe
)",
    .good = R"(# file: roles/warden.yaml
role: warden
title: Fire warden
# file: sites/shop.yaml
site: shop
title: The shop
# file: risks/fire.yaml
risk: fire
title: Fire in the shop
type: hazard
conditions: [normal, abnormal, emergency]
disciplines: [health-and-safety]
sites: [shop]
owner: warden
likelihood: unlikely
consequence: severe
# file: plans/everybody-out.yaml
plan: everybody-out
title: Everybody out
disciplines: [health-and-safety]
risks: [fire]
sites: [shop]
activation: Smoke, or anybody who calls "out"
team: [warden]
steps: [Press the button, Call 112, Count heads at the bakery]
)"};

}  // namespace ims
