#include <fmt/format.h>

#include "check/rule.h"
#include "check/shortfalls.h"
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

// Of the controls that are in place.
void tell_shortfalls(FindingBuilder& finding, const RiskFacts& facts, const Graph& graph) {
    std::size_t notes = 0;
    for (const Shortfall& shortfall : facts.shortfalls) {
        if (shortfall.reason != Shortfall::Reason::not_in_place && ++notes <= kNotes)
            finding.note(told(shortfall, graph));
    }
}

// Everything is in place, and it is over the appetite all the same.
std::string_view help_with_what_remains(const RiskFacts& facts) {
    if (facts.basis == Basis::inherent && !facts.residual)
        return "rate what remains with the controls under `residual`; if it is still too high, add a control and a new "
               "`due`, or have it accepted";
    if (facts.basis == Basis::inherent && !facts.shortfalls.empty())
        return "put right what falls short; if what remains is still too high then, add a control and a new `due`, or "
               "have it accepted";
    return "add a control and a new `due`, or have it accepted";
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (facts.treatment == Treatment::undated) return report.not_asked(risk);
    if (facts.treatment != Treatment::overdue) return;
    const FieldView due = risk[own::due];
    auto finding = report.at(
        risk, due,
        fmt::format("the treatment of {} {} was due on {}", noun(facts.type), ticked(risk), to_string(*due.date())));
    finding.field("due");
    if (facts.over_appetite()) finding.note(fmt::format("it is still {}", standing(facts, context.settings)));
    if (!facts.controlled) finding.note("no control shows that anything was done");
    tell_controls(finding, risk);
    if (facts.over_appetite()) tell_shortfalls(finding, facts, context.graph);
    if (facts.type == RiskType::opportunity) {
        finding.help("if it was pursued, take `due` out or retire the record; if not, set a new `due`");
    } else if (facts.over_appetite() && facts.controlled && facts.find(Shortfall::Reason::not_in_place) == nullptr) {
        finding.help(std::string(help_with_what_remains(facts)));
    } else {
        finding.help(
            "link the control that was made and say `implementation: in-place` there; if it is not done, set a new "
            "`due`");
    }
}

}  // namespace ims::rules::treatment_overdue
