#include <fmt/format.h>

#include "assess/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& aspect, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const RiskFacts& facts = context.facts.risk(aspect.record());
    if (!aspect.active() || !facts.significant || facts.controlled) return;
    for (const KindId kind : {kinds::control, kinds::objective, kinds::process}) {
        if (context.graph.may_be_unread(kind)) return;
    }
    const auto drafts = aspect.linked(own::controls);
    // A control that is retired or does not exist is reported where it is named.
    if (drafts.empty() && !aspect.lacks(own::controls)) return;
    // Without a discipline (which has a finding of its own) an objective of any will do.
    const DisciplineSet named = context.facts.disciplines(aspect.record());
    if (objective_for(aspect, named.empty() ? context.settings.in_force() : named)) return;
    auto finding =
        report.on(aspect, fmt::format("significant aspect `{}` has no control and no objective", aspect.id()));
    finding.label(aspect[own::significant].span(), "significant");
    for (const RecordView draft : drafts) {
        finding.note(fmt::format("control `{}` is a draft, which is no evidence", draft.id()));
    }
    if (aspect.has(own::measures)) finding.note("the words of `measures` are no evidence that something is in place");
    finding.help(
        fmt::format("link a control (`controls: […]` here or `risks: [{}]` there), or set an objective of its "
                    "discipline for one of its processes",
                    aspect.id()));
}

IMS_DEFINE_RULE(significant_aspect_uncontrolled) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(An environmental aspect is `significant: yes`, no active control is linked to it, and no active objective of its discipline
belongs to a process that it meets: one that it is linked to, or that uses its asset, site or supplier. A control that is
planned is a control; the words of `measures` are none. Drafts are not looked at.

## Why it matters

To call an aspect significant is to say that something has to be done about it. ISO 14001 6.1.4 asks for actions on
significant aspects, 8.1 for controls of the operation, 6.2.1 for objectives that take them into account.

## How to mend it

Link the control that holds it, or make a record of it: the bins, the filter, the timer, the service contract. Or set an
objective for the process (`objective: …`, `disciplines`, `processes`, `target`, `due`). If the aspect is not significant
after all, say so with the `criterion`. To accept the gap for a while, add an entry to `exceptions` of the risk with
`rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/arrange.yaml
process: arrange
title: Arrange flowers
# file: risks/packaging-waste.yaml
risk: packaging-waste
title: Cellophane and flower foam
type: aspect
conditions: [normal, abnormal, emergency]
significant: yes
criterion: By weight the most that we hand out
disciplines: [environment]
processes: [arrange]
owner: florist
)",
    .good = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/arrange.yaml
process: arrange
title: Arrange flowers
# file: risks/packaging-waste.yaml
risk: packaging-waste
title: Cellophane and flower foam
type: aspect
conditions: [normal, abnormal, emergency]
significant: yes
criterion: By weight the most that we hand out
disciplines: [environment]
processes: [arrange]
owner: florist
# file: objectives/less-waste.yaml
objective: less-waste
title: Paper instead of cellophane
disciplines: [environment]
processes: [arrange]
owner: florist
measure: Rolls of cellophane a year
direction: at-most
target: 5
due: 2026-12-31
)"};

}  // namespace ims
