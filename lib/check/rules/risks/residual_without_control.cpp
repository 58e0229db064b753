#include <algorithm>

#include <fmt/format.h>

#include "assess/risk_links.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::risk;

// Controls of the same processes that are for no risk: one of them may be the one that is missing.
std::vector<RecordId> idle_nearby(const RecordView& risk) {
    std::vector<RecordId> idle;
    for (const RecordView process : risk.linked(own::processes)) {
        for (const RecordView control : process.linked(fields::process::controls)) {
            const bool known = std::ranges::find(idle, control.record()) != idle.end();
            if (control.active() && control.lacks(fields::control::risks) && !known) idle.push_back(control.record());
        }
    }
    return idle;
}

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (!claims_control(facts) || context.graph.may_be_unread(kinds::control)) return;
    const auto drafts = risk.linked(own::controls);
    // A control that is retired or does not exist is reported where it is named.
    if (drafts.empty() && !risk.lacks(own::controls)) return;
    auto finding = report.on(risk, fmt::format("{} `{}` is rated lower with controls, and no control is linked",
                                               noun(facts.type), risk.id()));
    finding.label(risk[own::residual].key_span(), "the lower rating");
    for (const RecordView draft : drafts) {
        finding.note(fmt::format("control `{}` is a draft, which is no evidence", draft.id()));
    }
    const std::vector<RecordId> idle = idle_nearby(risk);
    if (!idle.empty())
        finding.note(fmt::format("in the same work, and linked to no risk: {}",
                                 join_names(ids_of(context.graph, idle), Ticks::yes)));
    if (risk.has(own::measures)) finding.note("the words of `measures` are no evidence that something is in place");
    finding.help(
        fmt::format("link what lowers it: `controls: […]` here or `risks: [{}]` at the control; "
                    "or take `residual` out until there is one",
                    risk.id()));
}

}  // namespace

IMS_DEFINE_RULE(residual_without_control) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(The `residual` rating of a threat or hazard is lower than the one before controls, and no active control is linked to the
risk that could have lowered it. Controls in the words of `measures` and drafts do not count. A control that is planned is
a control; until it is in place the residual rating simply does not count. A residual rating that equals the one before
asks for none. Drafts of risks are looked at too.

## Why it matters

A lower number is a claim; the control is what makes it true and what can be verified. Auditors ask for it first:
ISO/IEC 27001 6.1.3 and 8.3 tie the residual risk to the treatment, ISO 45001 6.1.2.2 the assessment to existing controls.

## How to mend it

Make a record of what lowers the risk (`control: …`, with `implementation` and `owner`) and link it, on either side. If
nothing does yet, take `residual` out, and give the treatment a `due`. To accept the gap for a while, add an entry to
`exceptions` of the risk with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/arrange.yaml
process: arrange
title: Arrange flowers
# file: risks/flowers-wilt.yaml
risk: flowers-wilt
title: Flowers wilt before they are given
disciplines: [quality]
processes: [arrange]
owner: florist
likelihood: possible
consequence: moderate
residual: {likelihood: rare}
measures: [Keep them cool]
)",
    .good = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/arrange.yaml
process: arrange
title: Arrange flowers
# file: risks/flowers-wilt.yaml
risk: flowers-wilt
title: Flowers wilt before they are given
disciplines: [quality]
processes: [arrange]
owner: florist
likelihood: possible
consequence: moderate
residual: {likelihood: rare}
controls: [cold-room]
# file: controls/cold-room.yaml
control: cold-room
title: Cold room with an alarm
owner: florist
implementation: in-place
)"};

}  // namespace ims
