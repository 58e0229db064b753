#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
#include "check/words.h"
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
                           fmt::format("process {} is prioritised, and no plan is found for it", ticked(process)));
    if (!finding) return;
    finding->field("plans");
    for (const RecordView& plan : drafts) finding->note(fmt::format("plan {} is a draft", ticked(plan)));
    finding->help(fmt::format(
        "add it under `processes` of the plan that brings it back, or write one: `plan: …`, `processes: [{}]`, "
        "`activation`, `team`, `steps`",
        process.id()));
}

}  // namespace ims::rules::prioritised_without_plan
