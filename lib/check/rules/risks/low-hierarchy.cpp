#include <vector>

#include "assess/risks/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::low_hierarchy {
namespace {

constexpr std::size_t kNotes = 4;

// The step of a control that says one.
Message step_name(const RecordView& control, Reporter& report) {
    if (control.word(fields::control::hierarchy) == "ppe") return "personal protective equipment";
    return report.say("{}", plain(control[fields::control::hierarchy].value().choice()));
}

void check_hazard(const RecordView& hazard, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(hazard.record());
    if (facts.type != RiskType::hazard || !facts.high() || !facts.controlled) return report.not_asked(hazard);
    if (!facts.held_low) return;
    bool rules = false;
    bool equipment = false;
    for (const RecordView control : hazard.linked(fields::risk::controls)) {
        if (!control.active() || control.word(fields::control::implementation) == "planned") continue;
        const bool ppe = control.word(fields::control::hierarchy) == "ppe";
        (ppe ? equipment : rules) = true;
    }
    const Message by = !equipment ? Message("administrative controls")
                       : !rules   ? Message("personal protective equipment")
                                  : Message("administrative controls and protective equipment");
    auto finding = report.on(hazard, "high hazard {} is held only by {}", hazard, by);
    finding.because(hazard.record());
    std::size_t notes = 0;
    for (const RecordView control : hazard.linked(fields::risk::controls)) {
        const std::string_view step = control.word(fields::control::hierarchy);
        // One that would do better, and does not hold it.
        if (control.active() && !step.empty() && step != "administrative" && step != "ppe")
            finding.because(control.record());
        if (!control.active() || step.empty() || ++notes > kNotes) continue;
        const bool planned = control.word(fields::control::implementation) == "planned";
        const Message name = step_name(control, report);
        finding.note(planned ? report.say("control {}: {}, only planned", control, name)
                             : report.say("control {}: {}", control, name));
        finding.label(control.id_span(), "the control");
    }
    finding.help(
        "take the hazard away, replace it, or guard against it[[, and link that control (`hierarchy: engineering`)]]; "
        "if nothing of the kind can be done, [[say why in `exceptions`|record why, who accepts that, and until when]]");
}

// It does not say its step, and on that hangs whether a high hazard is held low.
void check_control(const RecordView& control, const CheckContext& context, Reporter& report) {
    const std::string_view implementation = control.word(fields::control::implementation);
    if (control.has(fields::control::hierarchy) || implementation == "planned") return report.not_asked(control);
    std::vector<RecordId> hazards;
    for (const RecordView risk : control.linked(fields::control::risks)) {
        const RiskFacts& facts = context.facts.risk(risk.record());
        if (!risk.active() || facts.type != RiskType::hazard || !facts.high()) continue;
        if (!unsaid_hierarchy(risk).empty()) hazards.push_back(risk.record());
    }
    if (hazards.empty()) return report.not_asked(control);
    if (context.graph.may_be_unread(kinds::control)) return;
    report
        .on(control,
            "control {0} [[does not say its `hierarchy`|was given no place in the hierarchy of controls]], and holds "
            "{1:a high hazard|high hazards}: {1}",
            control, hazards)
        .field("hierarchy")
        .asks_for(control, {fields::control::hierarchy})
        .grade(Grade::medium)
        .because(control.record())
        .note("so nobody can tell whether {0:it is|they are} held by more than rules and protective equipment", hazards)
        .help(
            "[[add `hierarchy: …`: `elimination`, `substitution`, `engineering`, `administrative` or `ppe`|"
            "say whether it takes the hazard away, replaces it, guards against it, is a rule, or is worn by people]]");
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (record.is(kinds::control)) check_control(record, context, report);
    else check_hazard(record, context, report);
}

}  // namespace ims::rules::low_hierarchy
