#include <fmt/format.h>

#include "assess/nonconformities.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    namespace own = fields::nonconformity;
    if (!record.active() || !is_action_overdue(record, context.today)) return;
    const bool major = record.word(own::grade) == "major";
    const FieldView action = record[own::action];
    const FieldView due = action[own::action.due];
    auto finding = report.at(record, due,
                             fmt::format("the action against {}nonconformity {} was due on {}", major ? "major " : "",
                                         ticked(record), to_string(*due.date())));
    finding.field("action.due").grade(major ? Grade::high : Grade::medium);
    if (const auto owner = target_of(context.graph, action[own::action.owner]))
        finding.note(fmt::format("{} sees to it", ticked_holder(*owner)));
    finding.help(
        "if it is done, write the day under `done` of the action; if not, see what holds it up, and agree on a new "
        "day");
}

IMS_DEFINE_RULE(nonconformity_overdue) = {
    .kinds = {kinds::nonconformity},
    .check_record = check,
    .page =
        R"(The action against a nonconformity was due, and is not said to be done: `action.due` has passed, and there is no
`action.done`. High for a major one, medium for all others; an action that was promised for an observation counts too.
Due today is not overdue. Drafts are not looked at.

## Why it matters

Clause 10.2 of ISO 9001, 14001, 45001, 27001 and 22301 asks that action be taken, not planned. As long as it is not, what
went wrong can happen again, and now everybody knew. Late actions are what an auditor looks for first in the register; a
major nonconformity that stays open can cost the certificate.

## How to mend it

Ask who owns the action. If it is done, write the day under `done`. If it cannot be done by the day, agree on another one
that is known to be realistic, or on another action. To accept the delay, add an entry to `exceptions` of the
nonconformity with `rule`, `reason`, `by` and `until`.
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
action: {does: Buckets with lids in the van, owner: driver, due: 2026-04-30}
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
)"};

}  // namespace ims
