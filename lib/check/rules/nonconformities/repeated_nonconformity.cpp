#include <fmt/format.h>

#include "assess/nonconformities.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    namespace own = fields::nonconformity;
    const FieldView repeats = record[own::repeats];
    // What it names may be retired by now: it came back all the same.
    if (!is_lapse(record) || !is_open(record) || !repeats.target().known()) return;
    const RecordView earlier = context.graph[repeats.target()];
    auto finding =
        report.at(record, repeats, fmt::format("nonconformity {} repeats {}", ticked(record), ticked(earlier)));
    finding.field("repeats").label(earlier.id_span(), "the earlier one");
    const FieldView action = earlier[own::action];
    const FieldView effectiveness = earlier[own::effectiveness];
    const FieldView result = effectiveness[own::effectiveness.result];
    if (result.word() == "effective") {
        const auto day = effectiveness[own::effectiveness.date].date();
        finding.note(fmt::format("the action against {} was judged effective{}", ticked(earlier),
                                 day ? " on " + to_string(*day) : ""));
    } else if (action[own::action.done].date()) {
        finding.note(fmt::format("the action against {} was done on {}, and did not hold", ticked(earlier),
                                 to_string(*action[own::action.done].date())));
    } else {
        finding.note(fmt::format("{} is not mended yet: {}", ticked(earlier),
                                 action ? "its action is not said to be done" : "it has no action"));
    }
    finding.help(
        "look for the cause anew, deeper than the last time, and take another action; the finding ends with "
        "`effectiveness: {date: YYYY-MM-DD, result: effective}`");
}

IMS_DEFINE_RULE(repeated_nonconformity) = {
    .kinds = {kinds::nonconformity},
    .check_record = check,
    .page =
        R"(A major or minor nonconformity names an earlier one under `repeats`: it came back. It is reported until `effectiveness`
says that this time the action worked. Observations, opportunities and drafts are not reported.

## Why it matters

The action against the first one missed the cause, or was never taken: so the one thing that clause 10.2 of ISO 9001,
14001, 45001, 27001 and 22301 is there for, that it does not happen again, did not come about. Auditors hold several
lapses of one sort to be a sign that the system does not work, and make of minor ones a major one.

## How to mend it

Take the search for the cause up anew with what is known now, take another action, and have it checked by somebody who
was not part of the first attempt. If it is another thing after all, take `repeats` out. To accept the finding while the
new action is given its time, add an entry to `exceptions` of the nonconformity with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
# file: nonconformities.yaml
nonconformity: wilted-2025
title: Two bouquets arrived wilted
grade: minor
date: 2025-06-16
disciplines: [quality]
processes: [deliver]
cause: No water on board on warm days
action: {does: Buckets in the van, owner: driver, due: 2025-07-31, done: 2025-07-21}
effectiveness: {date: 2025-09-01, result: effective}
---
nonconformity: wilted-2026
title: Wilted bouquets again
grade: minor
date: 2026-05-18
disciplines: [quality]
processes: [deliver]
repeats: wilted-2025
cause: The buckets spill, so nobody fills them
action: {does: Buckets with lids, owner: driver, due: 2026-07-31}
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
# file: nonconformities.yaml
nonconformity: wilted-2025
title: Two bouquets arrived wilted
grade: minor
date: 2025-06-16
disciplines: [quality]
processes: [deliver]
cause: No water on board on warm days
action: {does: Buckets in the van, owner: driver, due: 2025-07-31, done: 2025-07-21}
effectiveness: {date: 2025-09-01, result: effective}
---
nonconformity: wilted-2026
title: Wilted bouquets again
grade: minor
date: 2026-04-07
disciplines: [quality]
processes: [deliver]
repeats: wilted-2025
cause: The buckets spill, so nobody fills them
action: {does: Buckets with lids, owner: driver, due: 2026-04-30, done: 2026-04-14}
effectiveness: {date: 2026-05-26, result: effective}
)"};

}  // namespace ims
