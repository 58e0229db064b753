#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
#include "schema/fields.h"

namespace ims::rules::prioritised_without_plan {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    if (!is_prioritised(process) || !continuity_discipline(context.settings)) return report.not_asked(process);
    if (context.graph.may_be_unread(kinds::plan)) return;
    std::vector<RecordView> drafts;
    for (const RecordView plan : process.linked(fields::process::plans)) {
        if (plan.active()) return;
        drafts.push_back(plan);
    }
    auto finding =
        continuity_finding(process, context, report, process.id_span(),
                           report.say("process {} is prioritised, [[and|but]] no plan is found for it", process));
    if (!finding) return;
    finding->field("plans");
    for (const RecordView& plan : drafts) finding->note("plan {} is [[|only ]]a draft", plan);
    finding->help(
        "[[add it under `processes` of|name]] the plan that brings it back, or write one: [[`plan: …`, `processes: "
        "[{}]`, `activation`, `team`, `steps`|when it begins, who acts, and what they do]]",
        plain(process));
}

}  // namespace ims::rules::prioritised_without_plan
