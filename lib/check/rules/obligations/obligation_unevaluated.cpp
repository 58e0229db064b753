#include <fmt/format.h>

#include "assess/performance.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& obligation, const CheckContext& context, Reporter& report) {
    namespace own = fields::obligation;
    if (!is_binding(obligation, context.today)) return;
    const LastCheck last = last_evaluation(obligation, context.today);
    const std::string interval = told_interval(obligation[own::evaluate_every], context.settings);
    const std::string help =
        "look whether it is met, and write down what you found: `evaluations: [{date: …, result: …}]` with `met`, "
        "`partly-met` or `not-met`";
    if (last.never(context.today)) {
        auto finding =
            report.on(obligation, fmt::format("nobody has evaluated whether obligation {} is met", ticked(obligation)));
        finding.field("evaluations").help(help);
        if (last.due)
            finding.label(obligation[own::since].span(), "binding since")
                .note(fmt::format("the first evaluation was due on {}; {}", to_string(*last.due), interval));
    } else if (last.late(context.today)) {
        report
            .at(obligation, last.entry[own::evaluations.date],
                fmt::format("whether obligation {} is met was last evaluated on {}, and had to be again by {}",
                            ticked(obligation), to_string(*last.day), to_string(*last.due)))
            .field("evaluations")
            .note(interval)
            .help(help);
    }
}

IMS_DEFINE_RULE(obligation_unevaluated) = {
    .kinds = {kinds::obligation},
    .check_record = check,
    .page =
        R"(Nobody has evaluated within the interval whether an obligation is met: it has no entry under `evaluations`, or the latest
is older than `evaluate_every` (without one, `review.every` of `ims.yaml`). Where `since` says from when it binds, the
first evaluation is due one interval later; without `since`, at once. An evaluation dated after today does not count yet.
Obligations that do not apply, or bind only later, and drafts are not looked at.

## Why it matters

To know the law is not to keep it. ISO 14001 and 45001 9.1.2 ask to evaluate compliance at set times, to keep the results,
and to know where one stands; ISO/IEC 27001 has control A.5.36. What nobody looks at is found by the authority.

## How to mend it

Look whether what it `requires` is done: at records, at the place, with those who do it. Add an entry under `evaluations`
with `date` and `result`. If once a year is too often or too seldom, set `evaluate_every`. To accept the gap for a while,
add an entry to `exceptions` of the obligation with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: records.yaml
role: bookkeeper
title: Bookkeeper
---
process: keep-accounts
title: Keep accounts
# file: obligations/tax-records.yaml
obligation: tax-records
title: File returns in time
source: law
requires: Returns are filed by the tenth of the month.
disciplines: [quality]
processes: [keep-accounts]
owner: bookkeeper
evaluate_every: 3 months
evaluations:
  - {date: 2025-10-10, result: met}
)",
    .good = R"(# file: records.yaml
role: bookkeeper
title: Bookkeeper
---
process: keep-accounts
title: Keep accounts
# file: obligations/tax-records.yaml
obligation: tax-records
title: File returns in time
source: law
requires: Returns are filed by the tenth of the month.
disciplines: [quality]
processes: [keep-accounts]
owner: bookkeeper
evaluate_every: 3 months
evaluations:
  - {date: 2025-10-10, result: met}
  - {date: 2026-04-10, result: met}
)"};

}  // namespace ims
