#include <fmt/format.h>

#include "assess/continuity.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    if (!process.active() || !is_prioritised(process) || !continuity_discipline(context.settings)) return;
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

IMS_DEFINE_RULE(prioritised_without_plan) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process that is prioritised for continuity (`continuity`, `prioritised: yes`) is linked to no active plan: neither does
it name one under `plans`, nor does a plan name it under `processes`. A draft is no plan yet. It speaks only where
`business-continuity` is in force.

## Why it matters

To call a process urgent brings nobody back to work. ISO 22301 8.4.4 wants documented plans that say who does what, when
it begins and with which resources, for the prioritised activities.

## How to mend it

Write the plan while nothing burns: when it begins (`activation`), who acts (`team`), what they do (`steps`), for which
`processes`. A page that is known and exercised is better than a binder. If an existing plan covers the process, name it
under `plans`. To accept the gap for a while, add an entry to `exceptions` of the process with `rule`, `reason`, `by` and
`until`.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
continuity: {prioritised: yes, impact: [{after: 1 d, level: 4}], mtpd: 1 d, rto: 4 h}
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
continuity: {prioritised: yes, impact: [{after: 1 d, level: 4}], mtpd: 1 d, rto: 4 h}
# file: plans/no-van.yaml
plan: no-van
title: The van is gone
processes: [deliver]
activation: The van does not start by 8
steps: [Call the taxi, Call the customers of the morning]
)"};

}  // namespace ims
