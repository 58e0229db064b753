#include <fmt/format.h>

#include "assess/performance.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& obligation, const CheckContext&, Reporter& report) {
    if (!applies(obligation) || !obligation.lacks(fields::owner)) return;
    report.on(obligation, fmt::format("obligation {} has no owner", ticked(obligation)))
        .field("owner")
        .note("nobody is there to see that it is met, and to notice when it changes")
        .help("add `owner: …`, the id of the role that answers for meeting it");
}

IMS_DEFINE_RULE(obligation_unowned) = {
    .kinds = {kinds::obligation},
    .check_record = check,
    .page =
        R"(An obligation that applies names no `owner`. One with `applies: no` is not looked at; drafts are.

## Why it matters

Laws change, permits end, contracts are renewed: somebody has to notice, and to see that what is asked is done. Clause 5.3
of the management system standards asks for responsibilities that are assigned; ISO 14001 and 45001 6.1.3 and ISO/IEC
27001 A.5.31 for duties that are kept up to date.

## How to mend it

Add `owner` with the id of the role that can see to it: who runs the process it binds is a good choice. Where one role
keeps most of them, name it once under `defaults` in `ims.yaml`: `obligation: {owner: bookkeeper}`. To accept the gap for
a while, add an entry to `exceptions` of the obligation with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/keep-accounts.yaml
process: keep-accounts
title: Keep accounts
# file: obligations/tax-records.yaml
obligation: tax-records
title: Keep tax records
source: law
requires: Records are kept for ten years.
disciplines: [quality]
processes: [keep-accounts]
)",
    .good = R"(# file: roles/bookkeeper.yaml
role: bookkeeper
title: Bookkeeper
# file: processes/keep-accounts.yaml
process: keep-accounts
title: Keep accounts
# file: obligations/tax-records.yaml
obligation: tax-records
title: Keep tax records
source: law
requires: Records are kept for ten years.
disciplines: [quality]
processes: [keep-accounts]
owner: bookkeeper
)"};

}  // namespace ims
