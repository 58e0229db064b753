#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& incident, const CheckContext&, Reporter& report) {
    namespace own = fields::incident;
    if (!incident.active() || !incident.lacks(own::risks) || !incident.lacks(own::nonconformities)) return;
    auto finding =
        report.on(incident, fmt::format("incident {} is linked to no risk and no nonconformity", ticked(incident)));
    if (incident.has(own::lessons)) finding.note("its `lessons` are told, and change nothing in the records");
    finding.help(
        fmt::format("name the risk that came true under `risks` (write it if nobody saw it coming), or write a "
                    "nonconformity with `raised_by: incident/{}`",
                    visible(incident.id())));
}

IMS_DEFINE_RULE(incident_unlearned) = {
    .kinds = {kinds::incident},
    .check_record = check,
    .page =
        R"(An incident is linked to no risk and to no nonconformity: nothing shows that anything is seen or done differently since.
Near misses, complaints, breaches and nonconforming outputs are incidents too; `lessons` in words alone are not enough.
Drafts are not looked at.

## Why it matters

An incident is the dearest lesson there is. ISO 45001 10.2 asks that incidents be investigated and existing risks be
looked at again, ISO/IEC 27001 A.5.27 that what was learned strengthens the controls, ISO 22301 8.6 that plans be judged
after an incident, ISO 9001 10.2.1 that risks be updated.

## How to mend it

Ask which risk came true, and name it under `risks`; if there was none, write it, rate it and link it. Where something
was not done as agreed, write a nonconformity with cause and action, and `raised_by: incident/…`. To accept the gap, add
an entry to `exceptions` of the incident with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
# file: incidents/late-bouquet.yaml
incident: late-bouquet
title: A bouquet came a day late
disciplines: [quality]
date: 2026-03-14
type: complaint
processes: [take-orders]
lessons: Orders that come in after five are seen the next day only
)",
    .good = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
# file: risks/birthday-missed.yaml
risk: birthday-missed
title: A birthday is missed
disciplines: [quality]
processes: [take-orders]
likelihood: unlikely
consequence: major
# file: incidents/late-bouquet.yaml
incident: late-bouquet
title: A bouquet came a day late
disciplines: [quality]
date: 2026-03-14
type: complaint
processes: [take-orders]
risks: [birthday-missed]
lessons: Orders that come in after five are seen the next day only
)"};

}  // namespace ims
