#include <fmt/format.h>

#include "assess/performance.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    if (!control.active() || control.word(own::implementation) != "in-place") return;
    const LastCheck last = last_verification(control, context.today);
    // What was found not to work has to be verified anew anyway, which its own rule says.
    if (last.entry[own::verifications.result].word() == "ineffective") return;
    const std::string interval = told_interval(control[own::verify_every], context.settings);
    const std::string example = "`verifications: [{date: …, what: …, result: …}]` with `effective` or `ineffective`";
    if (last.never(context.today)) {
        report.on(control, fmt::format("control {} is in place and was never verified", ticked(control)))
            .field("verifications")
            .note("nothing shows that it does what it is meant to do")
            .help(fmt::format("look whether it works, and write down what you saw: {}", example));
    } else if (last.late(context.today)) {
        report
            .at(control, last.entry[own::verifications.date],
                fmt::format("control {} was last verified on {}, and had to be again by {}", ticked(control),
                            to_string(*last.day), to_string(*last.due)))
            .field("verifications")
            .note(interval)
            .help(fmt::format("look whether it still works, and add what you saw to {}", example));
    }
}

IMS_DEFINE_RULE(unverified_control) = {
    .kinds = {kinds::control},
    .check_record = check,
    .page =
        R"(A control is in place, and nobody has looked within its interval whether it works: it has no entry under
`verifications`, or the latest is older than `verify_every` (without one, `review.every` of `ims.yaml`). A verification
dated after today does not count yet. A control that was found ineffective is reported as that. Planned controls, controls
in place in part, and drafts are not looked at.

## Why it matters

A smoke alarm with an empty battery is in place too. The residual rating of a risk rests on controls that work; clause
9.1 of the management system standards asks for results, ISO 45001 9.1.1 for the effectiveness of controls by name,
ISO/IEC 27001 9.1 for that of information security.

## How to mend it

Look whether the control works: test it, take a sample, ask those who use it. Write down under `verifications` the `date`,
`what` you looked at and the `result`. If once a year is too often or too seldom for it, set `verify_every`. To accept the
gap for a while, add an entry to `exceptions` of the control with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: risks/fire.yaml
risk: fire
title: Fire in the shop
disciplines: [health-and-safety, business-continuity]
# file: controls/smoke-alarms.yaml
control: smoke-alarms
title: Smoke alarms in every room
risks: [fire]
implementation: in-place
verify_every: 6 months
verifications:
  - {date: 2025-09-15, what: All nine pressed; all nine howl, result: effective}
)",
    .good = R"(# file: risks/fire.yaml
risk: fire
title: Fire in the shop
disciplines: [health-and-safety, business-continuity]
# file: controls/smoke-alarms.yaml
control: smoke-alarms
title: Smoke alarms in every room
risks: [fire]
implementation: in-place
verify_every: 6 months
verifications:
  - {date: 2025-09-15, what: All nine pressed; all nine howl, result: effective}
  - {date: 2026-03-16, what: All nine pressed; one battery changed, result: effective}
)"};

}  // namespace ims
