#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::low_hierarchy {
namespace {

constexpr std::size_t kNotes = 4;

std::string_view step_name(std::string_view hierarchy) {
    return hierarchy == "ppe" ? "personal protective equipment" : hierarchy;
}

}  // namespace

void check(const RecordView& hazard, const CheckContext& context, Reporter& report) {
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
    auto finding = report.on(hazard, fmt::format("high hazard {} is held only by {}", ticked(hazard),
                                                 !equipment ? "administrative controls"
                                                 : !rules   ? "personal protective equipment"
                                                            : "administrative controls and protective equipment"));
    finding.because(hazard.record());
    std::size_t notes = 0;
    for (const RecordView control : hazard.linked(fields::risk::controls)) {
        const std::string_view step = control.word(fields::control::hierarchy);
        // One that would do better, and does not hold it.
        if (control.active() && !step.empty() && step != "administrative" && step != "ppe")
            finding.because(control.record());
        if (!control.active() || step.empty() || ++notes > kNotes) continue;
        const bool planned = control.word(fields::control::implementation) == "planned";
        finding.note(
            fmt::format("control {}: {}{}", ticked(control), step_name(step), planned ? ", only planned" : ""));
        finding.label(control.id_span(), "the control");
    }
    finding.help(
        "take the hazard away, replace it, or guard against it, and link that control (`hierarchy: engineering`); if "
        "nothing of the kind can be done, say why in `exceptions`");
}

}  // namespace ims::rules::low_hierarchy
