#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    if (!risk.lacks(fields::owner)) return;
    report.on(risk, fmt::format("{} `{}` has no owner", noun(context.facts.risk(risk.record()).type), risk.id()))
        .note("nobody is there to watch it, to have it treated or to accept what remains")
        .help("add `owner: …`, the id of the role that answers for it and may decide about it");
}

IMS_DEFINE_RULE(risk_without_owner) = {.kinds = {kinds::risk},
                                       .check_record = check,
                                       .page = R"(A risk of any type names no `owner`. Drafts are looked at too.

## Why it matters

A risk that is everybody's is nobody's. Its owner watches it, sees to its treatment and accepts what remains; ISO/IEC
27001 6.1.2 and 6.1.3 ask for risk owners by name, ISO 31000 and ISO 9001 4.4.1 for somebody who answers.

## How to mend it

Add `owner` with the id of a role that can decide about the risk: who runs the process it threatens is a good choice, a
staff function that only keeps the register is not. Where most risks have the same owner, `defaults` in `ims.yaml` names
it once. To accept the gap for a while, add an entry to `exceptions` of the risk with `rule`, `reason`, `by` and `until`.
)",
                                       .bad = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
# file: risks/birthday-missed.yaml
risk: birthday-missed
title: A birthday is missed
disciplines: [quality]
processes: [take-orders]
likelihood: unlikely
consequence: moderate
)",
                                       .good = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/take-orders.yaml
process: take-orders
title: Take orders
# file: risks/birthday-missed.yaml
risk: birthday-missed
title: A birthday is missed
disciplines: [quality]
processes: [take-orders]
owner: florist
likelihood: unlikely
consequence: moderate
)"};

}  // namespace ims
