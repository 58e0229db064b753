#include <algorithm>

#include <fmt/format.h>

#include "assess/risks/risk_links.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::residual_without_control {
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

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (!claims_control(facts) || context.graph.may_be_unread(kinds::control)) return;
    const auto drafts = risk.linked(own::controls);
    // A control that is retired or does not exist is reported where it is named.
    if (drafts.empty() && !risk.lacks(own::controls)) return;
    auto finding = report.on(risk, fmt::format("{} {} is rated lower with controls, and no control is linked",
                                               noun(facts.type), ticked(risk)));
    finding.label(risk[own::residual].key_span(), "the lower rating");
    for (const RecordView draft : drafts) {
        finding.note(fmt::format("control {} is a draft, which is no evidence", ticked(draft)));
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

}  // namespace ims::rules::residual_without_control
