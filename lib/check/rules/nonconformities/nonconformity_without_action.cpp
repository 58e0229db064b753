#include <fmt/format.h>

#include "assess/nonconformities.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& record, const CheckContext&, Reporter& report) {
    namespace own = fields::nonconformity;
    if (!record.active() || !is_lapse(record) || record.has(own::action)) return;
    auto finding = report.on(record, fmt::format("{} nonconformity {} has no action against its cause",
                                                 record.word(own::grade), ticked(record)));
    finding.field("action");
    if (record.has(own::correction)) finding.note("its `correction` put right what was seen, not why it happened");
    finding.help(
        "agree on what is done so that it does not happen again: `action: {does: …, owner: …, due: YYYY-MM-DD}`; if "
        "nothing needs to be done, let the action say so, with who decided it");
}

IMS_DEFINE_RULE(nonconformity_without_action) = {
    .kinds = {kinds::nonconformity},
    .check_record = check,
    .page =
        R"(A major or minor nonconformity has no `action`: nothing is planned so that it does not happen again. A `correction`
alone is none. Of observations and opportunities no action is asked, nor of drafts.

## Why it matters

Clause 10.2 of ISO 9001, 14001, 45001, 27001 and 22301 asks whether action is needed against the cause, and for the
record of it. An audit that finds the same thing next year will find that it was known.

## How to mend it

Agree on what is done, who sees to it and by when, and write it under `action`. If the cause is gone by itself, or the
effort out of proportion, say so as the action, done on the day of the decision. To accept the gap for a while, add an
entry to `exceptions` of the nonconformity with `rule`, `reason`, `by` and `until`.
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
date: 2026-05-18
disciplines: [quality]
processes: [deliver]
correction: Both customers got a new bouquet the same day
cause: Buckets spill in the van, so on warm days the flowers travel without water
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
date: 2026-05-18
disciplines: [quality]
processes: [deliver]
correction: Both customers got a new bouquet the same day
cause: Buckets spill in the van, so on warm days the flowers travel without water
action: {does: Buckets with lids in the van, owner: driver, due: 2026-07-31}
)"};

}  // namespace ims
