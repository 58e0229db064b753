#include "assess/records/record_set.h"
#include "assess/risks/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::residual_without_control {
namespace {

namespace own = fields::risk;

// Controls of the same processes that are for no risk: one of them may be the one that is missing.
std::vector<RecordId> idle_nearby(const RecordView& risk) {
    std::vector<RecordId> idle;
    RecordSet known;
    for (const RecordView process : risk.linked(own::processes)) {
        for (const RecordView control : process.linked(fields::process::controls)) {
            if (control.active() && control.lacks(fields::control::risks) && known.insert(control.record()))
                idle.push_back(control.record());
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
    auto finding =
        report.at(risk, risk[own::current].key_span(),
                  "{} {} is rated lower today, [[and|but]] its controls are only planned", noun(facts.type), risk);
    finding.field("current");
    for (const RecordView control : risk.linked(own::controls)) {
        if (control.active()) finding.label(control.id_span(), "planned");
    }
    finding.note(
        "[[`current` is how it stands today; what the treatment aims at is said under `residual`|"
        "the rating of today counts what is in place today; what the treatment aims at is the residual rating]]");
    finding.help(
        "[[link what lowers it today, or say at the control how far it is (`implementation: partly` or `in-place`); or "
        "take `current` out|name what lowers it today, or say how far its controls are in place; or withdraw the "
        "rating of today]]");
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
    auto finding =
        report.on(risk, "{} {} is rated lower with controls, [[and|but]] no control is linked", noun(facts.type), risk);
    tell_ratings(finding, risk);
    for (const RecordView draft : drafts) finding.note("control {} is [[|only ]]a draft, which is no evidence", draft);
    const std::vector<RecordId> idle = idle_nearby(risk);
    if (!idle.empty())
        finding.note("[[in the same work, and linked to no risk|controls in the same work that hold no risk]]: {}",
                     idle);
    finding.field("controls").asks_for(risk, {own::controls});
    if (risk.has(own::measures))
        finding.note(
            "[[the words of `measures`|measures that are only described]] are no evidence that something is in place");
    const Message ratings = !risk.has(own::current)    ? Message("[[`residual`|the lower rating]]")
                            : !risk.has(own::residual) ? Message("[[`current`|the rating of today]]")
                                                       : Message("both ratings");
    finding.help(
        "[[link what lowers it: `controls: […]` here or `risks: [{0}]` at the control; or take {1} out|"
        "name the control that lowers it, or withdraw {1}]] until there is one",
        plain(risk), ratings);
}

}  // namespace ims::rules::residual_without_control
