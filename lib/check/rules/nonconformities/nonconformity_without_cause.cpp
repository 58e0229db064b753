#include <fmt/format.h>

#include "assess/nonconformities.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& record, const CheckContext&, Reporter& report) {
    namespace own = fields::nonconformity;
    if (!record.active() || !is_lapse(record) || record.has(own::cause)) return;
    auto finding = report.on(record, fmt::format("{} nonconformity {} does not say why it happened",
                                                 record.word(own::grade), ticked(record)));
    finding.field("cause");
    if (record.has(own::action)) finding.note("nobody can tell whether its action goes to the root");
    else if (record.has(own::correction))
        finding.note("its `correction` put right what was seen; the cause is still there");
    finding.help("ask why until the answer is something that can be changed, and write it under `cause`");
}

IMS_DEFINE_RULE(nonconformity_without_cause) = {
    .kinds = {kinds::nonconformity},
    .check_record = check,
    .page =
        R"(A major or minor nonconformity has no `cause`. Of observations and opportunities none is asked, nor of drafts.

## Why it matters

A correction puts right what was seen, an action takes away why it happened: without the cause nobody can tell one from
the other, and the same thing comes back under another name. Clause 10.2 of ISO 9001, 14001, 45001, 27001 and 22301 wants
causes determined, and asks whether the like exists or could happen elsewhere.

## How to mend it

Ask why it happened, and why that, until the answer is something that the organisation can change. "Human error" is
seldom the end of it: ask what made the error easy. Write it under `cause`. To accept the gap while the search goes on,
add an entry to `exceptions` of the nonconformity with `rule`, `reason`, `by` and `until`.
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
action: {does: Buckets with lids in the van, owner: driver, due: 2026-07-31}
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
