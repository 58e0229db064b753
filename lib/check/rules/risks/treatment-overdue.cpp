#include "check/rule.h"
#include "check/shortfalls.h"
#include "schema/fields.h"

namespace ims::rules::treatment_overdue {
namespace {

namespace own = fields::risk;

constexpr std::size_t kNotes = 4;

// How far a control is that is not in place.
Message told_progress(const RecordView& control) {
    if (!control.active()) return "a draft";
    const std::string_view implementation = control.word(fields::control::implementation);
    if (implementation.empty()) return "not said to be in place";
    return implementation == "partly" ? Message("[[partly|in place only in part]]") : Message("planned");
}

void tell_controls(FindingBuilder& finding, const RecordView& risk) {
    std::size_t waiting = 0;
    for (const RecordView control : risk.linked(own::controls)) {
        if (control.active() && control.word(fields::control::implementation) == "in-place") continue;
        if (++waiting <= kNotes) finding.note("control {} is {}", control, told_progress(control));
    }
    if (waiting > kNotes) finding.note("{} more like these", waiting - kNotes);
}

// Of the controls that are in place.
void tell_shortfalls(FindingBuilder& finding, const RiskFacts& facts, const Graph& graph) {
    std::size_t notes = 0;
    for (const Shortfall& shortfall : facts.shortfalls) {
        if (shortfall.reason != Shortfall::Reason::not_in_place && ++notes <= kNotes)
            finding.note(told(shortfall, graph, finding.arena()));
    }
}

// Everything is in place, and it is over the appetite all the same.
Message help_with_what_remains(const RiskFacts& facts) {
    if (facts.basis == Basis::inherent && !facts.residual)
        return "rate what remains with the controls[[ under `residual`]]; if it is still too high, add a control and a "
               "new [[`due`|day]], or have it accepted";
    if (facts.basis == Basis::inherent && !facts.shortfalls.empty())
        return "put right what falls short; if what remains is still too high then, add a control and a new "
               "[[`due`|day]], or have it accepted";
    return "add a control and a new [[`due`|day]], or have it accepted";
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (facts.treatment == Treatment::undated) return report.not_asked(risk);
    if (facts.treatment != Treatment::overdue) return;
    const FieldView due = risk[own::due];
    auto finding = report.at(risk, due, "the treatment of {} {} was due on {}", noun(facts.type), risk, *due.date());
    finding.field("due");
    if (facts.over_appetite()) finding.note("it is still {}", standing(facts, context.settings, report.arena()));
    if (!facts.controlled) finding.note("no control shows that anything was done");
    tell_controls(finding, risk);
    if (facts.over_appetite()) tell_shortfalls(finding, facts, context.graph);
    if (facts.type == RiskType::opportunity) {
        finding.help(
            "[[if it was pursued, take `due` out or retire the record; if not, set a new `due`|"
            "if it was pursued, record that and close it; if not, set a new day, or let it go]]");
    } else if (facts.over_appetite() && facts.controlled && facts.find(Shortfall::Reason::not_in_place) == nullptr) {
        finding.help(help_with_what_remains(facts));
    } else {
        finding.help(
            "[[link the control that was made and say `implementation: in-place` there|name the control that was made, "
            "and record that it is in place]]; if it is not done, set a new [[`due`|day]]");
    }
}

}  // namespace ims::rules::treatment_overdue
