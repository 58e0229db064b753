#include <fmt/format.h>

#include "assess/performance.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& obligation, const CheckContext&, Reporter& report) {
    namespace own = fields::obligation;
    if (!applies(obligation)) return;
    for (const Field field : {own::processes, own::assets, own::sites}) {
        if (!obligation.lacks(field)) return;
    }
    report.on(obligation, fmt::format("obligation {} is tied to no process, asset or site", ticked(obligation)))
        .note("so it concerns nobody's work: no process addresses it, and no role is asked about it")
        .help(
            "say where it has to be met: `processes: […]`, `assets` or `sites` here, or `obligations` there; or "
            "`applies: no` with `why_not`");
}

IMS_DEFINE_RULE(obligation_unapplied) = {
    .kinds = {kinds::obligation},
    .check_record = check,
    .page =
        R"(An obligation that applies is linked to no process, asset or site, from neither side. The controls and documents by which
it is met do not say whose work it concerns. An obligation with `applies: no` is not looked at; drafts are.

## Why it matters

A law in a register binds nobody who does not know of it. Through its links a duty becomes a concern of those who do the
work: ISO 14001 and 45001 6.1.3 ask how legal requirements apply, ISO 22301 4.2.2 that they be taken into account,
ISO/IEC 27001 for the approach to meet them (control A.5.31).

## How to mend it

Name under `processes` those in which it can be broken; under `assets` or `sites` the thing or place that it is about, and
it concerns every process that needs them. If it does not bind you, write `applies: no` and `why_not`. To accept the gap,
add an entry to `exceptions` of the obligation with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/owner.yaml
role: owner
title: Shop owner
# file: obligations/packaging.yaml
obligation: packaging
title: Pay for packaging
source: law
requires: Report and pay for the packaging that we hand out.
disciplines: [environment]
owner: owner
)",
    .good = R"(# file: roles/owner.yaml
role: owner
title: Shop owner
# file: processes/sell.yaml
process: sell
title: Sell over the counter
# file: obligations/packaging.yaml
obligation: packaging
title: Pay for packaging
source: law
requires: Report and pay for the packaging that we hand out.
disciplines: [environment]
processes: [sell]
owner: owner
)"};

}  // namespace ims
