#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::treatment_overdue {
namespace {

namespace own = fields::risk;

constexpr std::size_t kNotes = 4;

void tell_controls(FindingBuilder& finding, const RecordView& risk) {
    std::size_t waiting = 0;
    for (const RecordView control : risk.linked(own::controls)) {
        const std::string_view implementation = control.word(fields::control::implementation);
        if (control.active() && implementation == "in-place") continue;
        if (++waiting > kNotes) continue;
        finding.note(fmt::format("control {} is {}", ticked(control),
                                 !control.active()        ? "a draft"
                                 : implementation.empty() ? "not said to be in place"
                                                          : implementation));
    }
    if (waiting > kNotes) finding.note(fmt::format("and {} like these", waiting - kNotes));
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (!risk.active() || facts.treatment != Treatment::overdue) return;
    const FieldView due = risk[own::due];
    auto finding = report.at(
        risk, due,
        fmt::format("the treatment of {} {} was due on {}", noun(facts.type), ticked(risk), to_string(*due.date())));
    finding.field("due");
    if (facts.over_appetite()) finding.note(fmt::format("it is still {}", standing(facts, context.settings)));
    if (!facts.controlled) finding.note("no control shows that anything was done");
    tell_controls(finding, risk);
    if (facts.type == RiskType::opportunity) {
        finding.help("if it was pursued, take `due` out or retire the record; if not, set a new `due`");
    } else if (facts.control_in_place && facts.over_appetite()) {
        finding.help(
            "rate what remains with the controls under `residual`; if it is still too high, add a control and a new "
            "`due`, or have it accepted");
    } else {
        finding.help(
            "link the control that was made and say `implementation: in-place` there; if it is not done, set a new "
            "`due`");
    }
}

}  // namespace ims::rules::treatment_overdue
