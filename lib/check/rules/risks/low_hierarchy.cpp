#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kNotes = 4;

std::string_view step_name(std::string_view hierarchy) {
    return hierarchy == "ppe" ? "personal protective equipment" : hierarchy;
}

void check(const RecordView& hazard, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(hazard.record());
    if (!hazard.active() || facts.type != RiskType::hazard || !facts.high() || !facts.held_low) return;
    bool rules = false;
    bool equipment = false;
    for (const RecordView control : hazard.linked(fields::risk::controls)) {
        if (!control.active() || control.word(fields::control::implementation) == "planned") continue;
        const bool ppe = control.word(fields::control::hierarchy) == "ppe";
        (ppe ? equipment : rules) = true;
    }
    auto finding = report.on(hazard, fmt::format("high hazard `{}` is held only by {}", hazard.id(),
                                                 !equipment ? "administrative controls"
                                                 : !rules   ? "personal protective equipment"
                                                            : "administrative controls and protective equipment"));
    std::size_t notes = 0;
    for (const RecordView control : hazard.linked(fields::risk::controls)) {
        const std::string_view step = control.word(fields::control::hierarchy);
        if (!control.active() || step.empty() || ++notes > kNotes) continue;
        const bool planned = control.word(fields::control::implementation) == "planned";
        finding.note(fmt::format("control `{}`: {}{}", control.id(), step_name(step), planned ? ", only planned" : ""));
        finding.label(control.id_span(), "the control");
    }
    finding.help(
        "take the hazard away, replace it, or guard against it, and link that control (`hierarchy: engineering`); if "
        "nothing of the kind can be done, say why in `exceptions`");
}

}  // namespace

IMS_DEFINE_RULE(low_hierarchy) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(A hazard whose level before controls is over the appetite is held only by controls of the two lowest steps of the
hierarchy: administrative ones (rules, training, signs) and personal protective equipment. Planned controls and drafts
hold nothing. If one of the controls does not say its `hierarchy`, nothing is reported: it may be a higher one. A hazard
without any control in place is a matter of `risk-over-appetite`. Drafts are not looked at.

## Why it matters

Rules are forgotten and gloves taken off, most of all when it is late and hot. ISO 45001 8.1.2 asks for the hierarchy from
its top: take the hazard away, replace it by something less dangerous, put a guard between it and people, then rules, and
equipment to wear last. Protective equipment as the first and only answer is a classic finding of auditors.

## How to mend it

Look for a higher step with those who do the work: another machine, another substance, a guard, an extractor, a trolley.
Link it as a control with `hierarchy: elimination`, `substitution` or `engineering`. If none is practicable, say why in an
entry of `exceptions` of the risk with `rule`, `reason`, `by` and `until`, so that it is asked again.
)",
    .bad = R"(# file: roles/electrician.yaml
role: electrician
title: Electrician
# file: processes/repair.yaml
process: repair
title: Repair lamps
# file: risks/mains-voltage.yaml
risk: mains-voltage
title: Electric shock at mains voltage
type: hazard
conditions: [normal, abnormal, emergency]
disciplines: [health-and-safety]
processes: [repair]
owner: electrician
likelihood: possible
consequence: severe
residual: {likelihood: rare}
# file: controls/gloves.yaml
control: gloves
title: Insulating gloves
risks: [mains-voltage]
hierarchy: ppe
implementation: in-place
)",
    .good = R"(# file: roles/electrician.yaml
role: electrician
title: Electrician
# file: processes/repair.yaml
process: repair
title: Repair lamps
# file: risks/mains-voltage.yaml
risk: mains-voltage
title: Electric shock at mains voltage
type: hazard
conditions: [normal, abnormal, emergency]
disciplines: [health-and-safety]
processes: [repair]
owner: electrician
likelihood: possible
consequence: severe
residual: {likelihood: rare}
# file: controls/gloves.yaml
control: gloves
title: Insulating gloves
risks: [mains-voltage]
hierarchy: ppe
implementation: in-place
# file: controls/isolating-transformer.yaml
control: isolating-transformer
title: A transformer that separates the bench from the mains
risks: [mains-voltage]
hierarchy: engineering
implementation: in-place
)"};

}  // namespace ims
