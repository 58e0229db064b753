#include "check/rule.h"
#include "check/upkeep.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    report_overdue(asset, maintenance_of(asset), context, report);
}

IMS_DEFINE_RULE(maintenance_overdue) = {
    .kinds = {kinds::asset},
    .check_record = check,
    .page =
        R"(The maintenance of an asset was due on a day that has passed: `maintenance.last` plus `maintenance.every`. Due today is not
overdue. An asset without an interval is not reported: the general interval under `review` of `ims.yaml` is for reviews,
not for machines. One with an interval that was never maintained is told by `maintenance-unknown`. Drafts are not looked
at.

## Why it matters

A van, a lift or an extinguisher that is not looked after fails when it is needed, and often hurts somebody. The interval
is mostly set by law, by the maker or by an insurer, who asks for the date after an accident. ISO 9001 7.1.3, ISO 45001
8.1.2, ISO 14001 8.1, ISO/IEC 27001 A.7.13 and ISO 22301 8.3.4 ask that equipment be kept fit for use.

## How to mend it

Have it maintained, then write the day under `maintenance.last` and `passed` or `failed` under `result`. If the interval
is shorter than it has to be, change `every`. If the asset is not used any more, say `status: retired`.

To accept it for a while, add an entry to `exceptions` with `rule: maintenance-overdue`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
assets: [van]
# file: assets/van.yaml
asset: van
title: Delivery van
type: vehicle
maintenance: {every: 12 months, last: 2025-04-20, result: passed}
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
assets: [van]
# file: assets/van.yaml
asset: van
title: Delivery van
type: vehicle
maintenance: {every: 12 months, last: 2026-04-20, result: passed}
)"};

}  // namespace ims
