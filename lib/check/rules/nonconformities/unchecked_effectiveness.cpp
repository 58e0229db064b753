#include <fmt/format.h>

#include "assess/nonconformities.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

namespace own = fields::nonconformity;

// What was looked at before the action was done says nothing of the action.
static void tell_too_early(const RecordView& record, Date checked_on, Date done_on, Reporter& report) {
    report
        .at(record, record[own::effectiveness][own::effectiveness.date],
            fmt::format("nonconformity {} was checked on {}, before its action was done on {}", ticked(record),
                        to_string(checked_on), to_string(done_on)))
        .field("effectiveness.date")
        .help("look again now that it is done, and write the day and what it showed; or mend the day that is wrong");
}

static void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    const auto due = effectiveness_due(record, context.today);
    if (!due || *due >= context.today) return;
    const auto done = record[own::action][own::action.done].date();
    const FieldView effectiveness = record[own::effectiveness];
    if (effectiveness[own::effectiveness.result])
        return tell_too_early(record, *effectiveness[own::effectiveness.date].date(), *done, report);
    report
        .at(record, effectiveness ? effectiveness.key_span() : record.id_span(),
            fmt::format("nobody has checked whether the action against nonconformity {} worked", ticked(record)))
        .field("effectiveness.result")
        .note(fmt::format("it was done on {}", to_string(*done)))
        .help(
            "look whether it came back or still could, and write what you saw: `effectiveness: {date: YYYY-MM-DD, "
            "result: effective}`, or `ineffective`");
}

IMS_DEFINE_RULE(unchecked_effectiveness) = {
    .kinds = {kinds::nonconformity},
    .check_record = check,
    .page =
        R"(The action against a major or minor nonconformity is done, and nobody says whether it worked: there is no
`effectiveness` with a `result`, or its `date` lies before the action was done. So that it can show, the action is given
`review.soon` of ims.yaml (30 days if left out) from the day it was done; a `date` to come without a result counts as a
day set for the check. Drafts are not looked at.

## Why it matters

An action is a guess until somebody looks. Clause 10.2 of ISO 9001, 14001, 45001, 27001 and 22301 asks for its
effectiveness to be reviewed, and closing what nobody checked is among the commonest findings of auditors from outside.

## How to mend it

Look at the place where it happened: did it come back, could it? Write the day and what you saw under `effectiveness`. If
it did not work, say `ineffective` and agree on another action. To accept the gap for a while, add an entry to
`exceptions` of the nonconformity with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
# file: nonconformities/two-wilted.yaml
nonconformity: two-wilted
title: Two bouquets arrived wilted
grade: minor
date: 2026-02-16
disciplines: [quality]
processes: [deliver]
cause: No water on board on warm days
action: {does: Buckets with lids in the van, owner: driver, due: 2026-04-30, done: 2026-04-21}
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
# file: nonconformities/two-wilted.yaml
nonconformity: two-wilted
title: Two bouquets arrived wilted
grade: minor
date: 2026-02-16
disciplines: [quality]
processes: [deliver]
cause: No water on board on warm days
action: {does: Buckets with lids in the van, owner: driver, due: 2026-04-30, done: 2026-04-21}
effectiveness: {date: 2026-05-26, result: effective}
)"};

}  // namespace ims
