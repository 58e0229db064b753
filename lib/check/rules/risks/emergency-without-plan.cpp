#include <fmt/format.h>

#include "assess/risks/risk_links.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::emergency_without_plan {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const RiskFacts& facts = context.facts.risk(risk.record());
    const bool weighty = (facts.type == RiskType::hazard && facts.high()) || facts.significant;
    if (!weighty || !facts.considers(Condition::emergency)) return report.not_asked(risk);
    if (context.graph.may_be_unread(kinds::plan) || !plans_for(risk).empty()) return;
    auto finding = report.on(risk, fmt::format("no plan names the {} {} in emergency conditions",
                                               facts.significant ? "significant aspect" : "high hazard", ticked(risk)));
    for (const FieldView condition : risk[own::conditions].children()) {
        if (condition.word() == "emergency") finding.label(condition.span(), "an emergency");
    }
    for (const Edge& edge : context.graph.references_to(risk.record())) {
        const RecordView plan = context.graph[edge.other];
        if (plan.is(kinds::plan) && plan.status() == Status::draft)
            finding.note(fmt::format("plan {} names it, and is a draft", ticked(plan)));
    }
    finding.help(
        fmt::format("add it under `risks` of the plan that says what is done then, or write one: `plan: …`, "
                    "`risks: [{}]`, `activation`, `team`, `steps`",
                    risk.id()));
}

}  // namespace ims::rules::emergency_without_plan
