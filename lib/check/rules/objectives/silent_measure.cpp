#include <algorithm>

#include <fmt/format.h>

#include "assess/performance.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& objective, const CheckContext& context, Reporter& report) {
    namespace own = fields::objective;
    if (!objective.active()) return;
    const LastCheck last = last_measurement(objective, context.today);
    const std::string interval = told_interval(objective[own::measured_every], context.settings);
    const std::string help = fmt::format("take the value, and write it down: `measurements: [{{date: {}, value: …}}]`",
                                         to_string(context.today));
    if (last.never(context.today)) {
        report.on(objective, fmt::format("objective {} was never measured", ticked(objective)))
            .field("measurements")
            .note("so nobody knows where it stands")
            .help(help);
        return;
    }
    // Once its day has passed, it need not be measured for ever.
    const Date until = std::min(context.today, objective[own::due].date().value_or(context.today));
    if (objective[own::due].invalid() || !last.late(until)) return;
    report
        .at(objective, last.entry[own::measurements.date],
            fmt::format("objective {} was last measured on {}, and had to be again by {}", ticked(objective),
                        to_string(*last.day), to_string(*last.due)))
        .field("measurements")
        .note(interval)
        .help(help);
}

IMS_DEFINE_RULE(silent_measure) = {
    .kinds = {kinds::objective},
    .check_record = check,
    .page =
        R"(An objective was never measured, or not within its interval: the latest of its `measurements` is older than
`measured_every` (without one, `review.every` of `ims.yaml`). An objective whose day, `due`, has passed must have been
measured within its interval up to that day, not after it. A measurement dated after today does not count yet. Drafts are
not looked at.

## Why it matters

A measure that falls silent usually does so when it has nothing good to say. Clause 9.1 of the management system standards
asks what is measured and when, and for the results (9.1.1 in ISO 9001, 14001 and 45001); 6.2 for objectives that are
monitored.

## How to mend it

Take the value now and add it under `measurements` with `date` and `value`. If once a month is more than anybody needs,
set `measured_every` to what you really do. If nobody needs the objective any more, set `status: retired`. To accept the
silence for a while, add an entry to `exceptions` of the objective with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: objectives/less-waste.yaml
objective: less-waste
title: Less in the bin
disciplines: [environment]
measure: Kilograms of flowers thrown away a week
direction: at-most
target: 20
due: 2026-12-31
owner: florist
measured_every: 1 month
measurements: [{date: 2026-03-31, value: 25}]
actions: [{does: Posies of yesterday's flowers by the door, owner: florist, due: 2026-06-30}]
)",
    .good = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: objectives/less-waste.yaml
objective: less-waste
title: Less in the bin
disciplines: [environment]
measure: Kilograms of flowers thrown away a week
direction: at-most
target: 20
due: 2026-12-31
owner: florist
measured_every: 1 month
measurements: [{date: 2026-03-31, value: 25}, {date: 2026-05-29, value: 23}]
actions: [{does: Posies of yesterday's flowers by the door, owner: florist, due: 2026-06-30}]
)"};

}  // namespace ims
