#include <fmt/format.h>

#include "assess/audits.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& audit, const CheckContext& context, Reporter& report) {
    if (!audit.active() || audit_state(audit, context.today) != AuditState::overdue) return;
    const FieldView planned = audit[fields::audit::planned];
    report
        .at(audit, planned,
            fmt::format("audit {} was planned for {} and is not done", ticked(audit), to_string(*planned.date())))
        .field("planned")
        .help(
            "if it took place, write the day under `done`; if not, agree on a new day under `planned`; if it is not "
            "wanted any more, say `status: retired`");
}

IMS_DEFINE_RULE(audit_overdue) = {
    .kinds = {kinds::audit},
    .check_record = check,
    .page =
        R"(The day for which an audit is planned has passed, and the audit has no `done`. Planned for today is not overdue. Drafts
are not looked at.

## Why it matters

Clause 9.2 of ISO 9001, 14001, 45001, 27001 and 22301 asks for audits at planned intervals. A plan that slips in silence
is the first thing an auditor from outside sees, and the weak spots that it would have shown stay where they are.

## How to mend it

If it took place, write the day under `done` and what it found under `result`. If not, agree on a new day and write it
under `planned`. To accept the delay, add an entry to `exceptions` of the audit with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
# file: audits/2026-spring.yaml
audit: 2026-spring
title: Spring audit
planned: 2026-03-02
disciplines: [quality]
processes: [sell]
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
# file: audits/2026-spring.yaml
audit: 2026-spring
title: Spring audit
planned: 2026-03-02
done: 2026-03-04
disciplines: [quality]
processes: [sell]
)"};

}  // namespace ims
