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

// Labels what is claimed.
void tell_ratings(FindingBuilder& finding, const RecordView& risk) {
    if (const FieldView today = risk[own::current]) finding.label(today.key_span(), "the rating of today");
    if (const FieldView aim = risk[own::residual]) finding.label(aim.key_span(), "the lower rating");
}

void report_planned(const RecordView& risk, const RiskFacts& facts, Reporter& report) {
    auto finding = report.at(
        risk, risk[own::current].key_span(),
        fmt::format("{} {} is rated lower today, and its controls are only planned", noun(facts.type), ticked(risk)));
    finding.field("current");
    for (const RecordView control : risk.linked(own::controls)) {
        if (control.active()) finding.label(control.id_span(), "planned");
    }
    finding.note("`current` is how it stands today; what the treatment aims at is said under `residual`");
    finding.help(
        "link what lowers it today, or say at the control how far it is (`implementation: partly` or `in-place`); or "
        "take `current` out");
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    if (!risk.has(own::residual)) report.not_asked(risk);
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (context.graph.may_be_unread(kinds::control)) return;
    if (claims_planned_control(facts)) return report_planned(risk, facts, report);
    if (!claims_control(facts)) return;
    const auto drafts = risk.linked(own::controls);
    // A control that is retired or does not exist is reported where it is named.
    if (drafts.empty() && !risk.lacks(own::controls)) return;
    auto finding = report.on(risk, fmt::format("{} {} is rated lower with controls, and no control is linked",
                                               noun(facts.type), ticked(risk)));
    tell_ratings(finding, risk);
    for (const RecordView draft : drafts) {
        finding.note(fmt::format("control {} is a draft, which is no evidence", ticked(draft)));
    }
    const std::vector<RecordId> idle = idle_nearby(risk);
    if (!idle.empty())
        finding.note(fmt::format("in the same work, and linked to no risk: {}",
                                 join_names(ids_of(context.graph, idle), Ticks::yes)));
    finding.field("controls");
    if (risk.has(own::measures)) finding.note("the words of `measures` are no evidence that something is in place");
    finding.help(
        fmt::format("link what lowers it: `controls: […]` here or `risks: [{}]` at the control; "
                    "or take {} out until there is one",
                    risk.id(),
                    !risk.has(own::current)    ? "`residual`"
                    : !risk.has(own::residual) ? "`current`"
                                               : "both ratings"));
}

}  // namespace ims::rules::residual_without_control
