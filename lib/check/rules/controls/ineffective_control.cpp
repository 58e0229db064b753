#include <fmt/format.h>

#include "assess/performance.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    if (!control.active() || control.word(own::implementation) == "planned") return;
    const LastCheck last = last_verification(control, context.today);
    const FieldView result = last.entry[own::verifications.result];
    if (result.word() != "ineffective") return;
    auto finding = report.at(
        control, result, fmt::format("control {} was found ineffective on {}", ticked(control), to_string(*last.day)));
    finding.field("verifications");
    std::vector<RecordId> risks;
    std::vector<RecordId> obligations;
    for (const RecordView risk : control.linked(own::risks)) risks.push_back(risk.record());
    for (const RecordView obligation : control.linked(own::obligations)) obligations.push_back(obligation.record());
    if (!risks.empty())
        finding.note(fmt::format("{} on it: {}", risks.size() == 1 ? "a risk rests" : "risks rest",
                                 join_names(ids_of(context.graph, risks), Ticks::yes)));
    if (!obligations.empty())
        finding.note(fmt::format("{} met by it: {}", obligations.size() == 1 ? "an obligation is" : "obligations are",
                                 join_names(ids_of(context.graph, obligations), Ticks::yes)));
    finding.help(
        "put it right, look again, and add what you saw under `verifications`; until it works, "
        "`implementation: planned` with a `due` keeps risks from being rated lower by it");
}

IMS_DEFINE_RULE(ineffective_control) = {
    .kinds = {kinds::control},
    .check_record = check,
    .page =
        R"(The latest verification of a control says `ineffective`: it was looked at, and does not do what it is meant to do. An
earlier verification that says so does not count once a later one found it effective, nor does one dated after today. A
control that went back to `planned` is not reported, nor are drafts.

## Why it matters

Everybody relies on it, and somebody knows that it does not hold. The risks that it lowers stand as high as before it, and
the duty behind it is not met. Clause 9.1 of the management system standards asks to judge what was measured, 10.2 (10.1
in ISO 22301) to act on what is not as it should be; ISO 45001 8.1.2 for controls that hold.

## How to mend it

Find out why it does not work, put it right or put something stronger in its place, and verify again: the new entry under
`verifications` ends the finding. If that takes time, set `implementation` back to `planned` and give it a `due`, so that
no risk is rated lower by something that does not work. To accept it for a while, add an entry to `exceptions` of the
control with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: risks/card-details-disclosed.yaml
risk: card-details-disclosed
title: Card details are disclosed
disciplines: [information-security]
# file: controls/clean-desk.yaml
control: clean-desk
title: No slip is left lying
risks: [card-details-disclosed]
implementation: in-place
verifications:
  - {date: 2026-01-12, what: Walk round at noon, result: effective}
  - {date: 2026-05-11, what: Walk round at noon; four slips by the till, result: ineffective}
)",
    .good = R"(# file: risks/card-details-disclosed.yaml
risk: card-details-disclosed
title: Card details are disclosed
disciplines: [information-security]
# file: controls/clean-desk.yaml
control: clean-desk
title: No slip is left lying
risks: [card-details-disclosed]
implementation: in-place
verifications:
  - {date: 2026-01-12, what: Walk round at noon, result: effective}
  - {date: 2026-05-11, what: Walk round at noon; four slips by the till, result: ineffective}
  - {date: 2026-05-27, what: Walk round at noon; a drawer stands by the till now, result: effective}
)"};

}  // namespace ims
