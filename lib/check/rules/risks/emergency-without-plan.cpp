#include "assess/risks/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::emergency_without_plan {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const RiskFacts& facts = context.facts.risk(risk.record());
    const bool weighty = (facts.type == RiskType::hazard && facts.high()) || facts.significant;
    if (!weighty || !facts.considers(Condition::emergency)) return report.not_asked(risk);
    if (context.graph.may_be_unread(kinds::plan) || !plans_for(risk).empty()) return;
    const Message what = facts.significant ? Message("significant [[|environmental ]]aspect") : Message("high hazard");
    auto finding = report.on(risk, "no plan names the {} {} in emergency conditions", what, risk);
    for (const FieldView condition : risk[own::conditions].children()) {
        if (condition.word() == "emergency") finding.label(condition.span(), "an emergency");
    }
    for (const Edge& edge : context.graph.references_to(risk.record())) {
        const RecordView plan = context.graph[edge.other];
        if (plan.is(kinds::plan) && plan.status() == Status::draft)
            finding.note("plan {} names it, [[and is|but is only]] a draft", plan);
    }
    finding.help(
        "[[add it under `risks` of|name it in]] the plan that says what is done then, or write one[[: `plan: …`, "
        "`risks: [{}]`, `activation`, `team`, `steps`| that says when it begins, who acts and what they do]]",
        plain(risk));
}

}  // namespace ims::rules::emergency_without_plan
