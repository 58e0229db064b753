#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    const std::string_view state = control.word(own::implementation);
    const FieldView due = control[own::due];
    const bool unfinished = state == "planned" || state == "partly";
    if (!control.active() || !unfinished || !due.date() || *due.date() >= context.today) return;
    auto finding = report.at(control, due,
                             fmt::format("control {} was due on {} and is {}", ticked(control), to_string(*due.date()),
                                         state == "planned" ? "still planned" : "in place only in part"));
    finding.field("due");
    std::vector<RecordId> risks;
    for (const RecordView risk : control.linked(own::risks)) risks.push_back(risk.record());
    if (!risks.empty())
        finding.note(fmt::format("until it is in place it lowers no risk; {} on it: {}",
                                 risks.size() == 1 ? "one waits" : fmt::format("{} wait", risks.size()),
                                 join_names(ids_of(context.graph, risks), Ticks::yes)));
    finding.help("if it is in place by now, say `implementation: in-place`; if not, set a new day under `due`");
}

IMS_DEFINE_RULE(late_control) = {
    .kinds = {kinds::control},
    .check_record = check,
    .page =
        R"(A control is `planned`, or in place `partly`, and its `due` has passed. Due today is not late. A control without a day is
not reported, nor are drafts.

## Why it matters

What was decided and not done protects nobody, while the register looks as if it did. Actions are to be carried out as
planned: clause 6.1 of the management system standards, ISO 9001 8.1, ISO/IEC 27001 8.3 for the risk treatment plan.

## How to mend it

If the control works everywhere it should, write `implementation: in-place`, and verify it. If not, agree with its owner
on a new day and write it under `due`; if it will not come, retire it and treat the risk in another way. To accept the
delay, add an entry to `exceptions` of the control with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: risks/cold-room-fails.yaml
risk: cold-room-fails
title: The cold room fails
disciplines: [quality]
# file: controls/alarm.yaml
control: alarm
title: Alarm on two telephones
risks: [cold-room-fails]
implementation: planned
due: 2026-03-31
)",
    .good = R"(# file: risks/cold-room-fails.yaml
risk: cold-room-fails
title: The cold room fails
disciplines: [quality]
# file: controls/alarm.yaml
control: alarm
title: Alarm on two telephones
risks: [cold-room-fails]
implementation: planned
due: 2026-06-30
)"};

}  // namespace ims
