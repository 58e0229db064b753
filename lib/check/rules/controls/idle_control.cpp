#include <algorithm>

#include <fmt/format.h>

#include "assess/risk_links.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::control;

// What else a control may be for: a need of an interested party, two roles that one person holds, a decision of a
// statement of applicability.
bool is_of_use(const RecordView& control, const Graph& graph) {
    return std::ranges::any_of(graph.references_to(control.record()), [&](const Edge& edge) {
        const bool use = edge.field == fields::interested_party::needs.met_by ||
                         edge.field == fields::role::conflicts_with.compensated_by ||
                         edge.field == fields::applicability::decisions.controls;
        return use && !graph[edge.other].retired();
    });
}

bool use_may_be_unread(const Graph& graph) {
    return graph.may_be_unread(kinds::interested_party) || graph.may_be_unread(kinds::role) ||
           graph.may_be_unread(kinds::applicability);
}

// A risk of its process is rated lower by a control that is not linked: that is reported there, and names this one.
bool is_missed_by_a_risk(const RecordView& control, const Facts& facts) {
    for (const RecordView process : control.linked(own::processes)) {
        for (const RecordView risk : process.linked(fields::process::risks)) {
            if (claims_control(facts.risk(risk.record()))) return true;
        }
    }
    return false;
}

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    if (!control.lacks(own::risks) || !control.lacks(own::obligations) || control.has(fields::clauses)) return;
    // Without disciplines it counts nowhere, which its own rule says.
    if (!context.settings.disciplines.empty() && !control.has(fields::disciplines)) return;
    if (is_of_use(control, context.graph) || use_may_be_unread(context.graph)) return;
    if (is_missed_by_a_risk(control, context.facts)) return;
    report
        .on(control, fmt::format("control {} holds no risk, meets no obligation and serves no clause", ticked(control)))
        .note("nobody can tell what it is for, or what would happen without it")
        .help(
            "say what it is for: `risks: […]` or `obligations: […]`; if it is for nothing, give the work back and "
            "retire it: `status: retired`");
}

}  // namespace

IMS_DEFINE_RULE(idle_control) = {
    .kinds = {kinds::control},
    .check_record = check,
    .page =
        R"(A control is linked to no risk and to no obligation, is evidence for no clause, meets no need of an interested party, makes
up for no conflict of two roles and is named in no statement of applicability. A link to a process says where it works, not
what for. A control that names no discipline either is reported as that. Where a risk of its process is rated lower and
names no control, the missing link is reported there. Drafts are looked at too.

## Why it matters

A control costs somebody time every day. One that is for nothing is kept out of habit, and one whose purpose nobody wrote
down is the first to be dropped. Actions answer risks and duties (clause 6.1 of the management system standards), and
ISO/IEC 27001 6.1.3 compares the controls that treat risks with its annex, from both ends.

## How to mend it

Ask what would happen without it. Link that risk or obligation, here (`risks`, `obligations`) or at the other end
(`controls`). If the answer is nothing, stop doing it, and set `status: retired`. To accept the finding, add an entry to
`exceptions` of the control with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: controls/second-count.yaml
control: second-count
title: The drawer is counted a second time by somebody else
disciplines: [quality]
# file: risks/till-is-off.yaml
risk: till-is-off
title: The till is off and nobody knows why
disciplines: [quality]
)",
    .good = R"(# file: controls/second-count.yaml
control: second-count
title: The drawer is counted a second time by somebody else
disciplines: [quality]
risks: [till-is-off]
# file: risks/till-is-off.yaml
risk: till-is-off
title: The till is off and nobody knows why
disciplines: [quality]
)"};

}  // namespace ims
