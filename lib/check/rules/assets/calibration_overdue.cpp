#include "check/rule.h"
#include "check/upkeep.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    report_overdue(asset, calibration_of(asset), context, report);
}

IMS_DEFINE_RULE(calibration_overdue) = {
    .kinds = {kinds::asset},
    .check_record = check,
    .page =
        R"(The calibration of measuring equipment was due on a day that has passed: `calibration.last` plus `calibration.every`. Due
today is not overdue. Equipment without an interval is not reported; with an interval and never calibrated it is told by
`maintenance-unknown`. Drafts are not looked at.

## Why it matters

Whatever was measured since then may be wrong, and nobody can tell: weights that customers pay for, the temperature of the
cold room, the gas detector. Measuring equipment is to be calibrated or verified at set intervals: ISO 9001 7.1.5.2, ISO
14001 9.1.1, ISO 45001 9.1.1. Scales used in trade are verified by law.

## How to mend it

Have it calibrated, then write the day under `calibration.last` and `passed` or `failed` under `result`. If it failed, look
at what was measured with it since the last time it passed. If it measures nothing that matters, take `calibration` out.

To accept it for a while, add an entry to `exceptions` with `rule: calibration-overdue`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
assets: [scale]
# file: assets/scale.yaml
asset: scale
title: Scale for sweets
type: equipment
calibration: {every: 2 y, last: 2024-03-15, result: passed}
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
assets: [scale]
# file: assets/scale.yaml
asset: scale
title: Scale for sweets
type: equipment
calibration: {every: 2 y, last: 2026-03-12, result: passed}
)"};

}  // namespace ims
