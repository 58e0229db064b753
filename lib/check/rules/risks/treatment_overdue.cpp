#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::risk;

constexpr std::size_t kNotes = 4;

void tell_controls(FindingBuilder& finding, const RecordView& risk) {
    std::size_t waiting = 0;
    for (const RecordView control : risk.linked(own::controls)) {
        const std::string_view implementation = control.word(fields::control::implementation);
        if (control.active() && implementation == "in-place") continue;
        if (++waiting > kNotes) continue;
        finding.note(fmt::format("control `{}` is {}", control.id(),
                                 !control.active()        ? "a draft"
                                 : implementation.empty() ? "not said to be in place"
                                                          : implementation));
    }
    if (waiting > kNotes) finding.note(fmt::format("and {} like these", waiting - kNotes));
}

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (!risk.active() || facts.treatment != Treatment::overdue) return;
    const FieldView due = risk[own::due];
    auto finding = report.at(
        risk, due,
        fmt::format("the treatment of {} `{}` was due on {}", noun(facts.type), risk.id(), to_string(*due.date())));
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

}  // namespace

IMS_DEFINE_RULE(treatment_overdue) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(The day by which a risk was to be treated, its `due`, has passed, and nothing shows that it was done: there is no control,
or one that is not in place, or the risk is still over the appetite. A risk that was validly accepted meanwhile is not
reported, nor one that is only to be retained. Due today is not overdue. Drafts are not looked at.

## Why it matters

A treatment plan is a promise with a date. When dates pass without a word, risks that everybody believes to be treated
stand open: ISO/IEC 27001 8.3 asks that the plan be carried out, clause 6.1 of all standards that actions be put to work
and their effect be judged.

## How to mend it

If it was done, link the control and set its `implementation` to `in-place`, and rate what remains under `residual`. If
not, agree on a new day and write it under `due`, or have the risk accepted. To set the finding aside, add an entry to
`exceptions` of the risk with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/arrange.yaml
process: arrange
title: Arrange flowers
# file: risks/cold-room-fails.yaml
risk: cold-room-fails
title: The cold room fails
disciplines: [quality]
processes: [arrange]
owner: florist
likelihood: unlikely
consequence: moderate
treatment: reduce
due: 2026-03-31
# file: controls/alarm.yaml
control: alarm
title: Alarm on two telephones
risks: [cold-room-fails]
implementation: planned
)",
    .good = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/arrange.yaml
process: arrange
title: Arrange flowers
# file: risks/cold-room-fails.yaml
risk: cold-room-fails
title: The cold room fails
disciplines: [quality]
processes: [arrange]
owner: florist
likelihood: unlikely
consequence: moderate
treatment: reduce
due: 2026-03-31
# file: controls/alarm.yaml
control: alarm
title: Alarm on two telephones
risks: [cold-room-fails]
implementation: in-place
)"};

}  // namespace ims
