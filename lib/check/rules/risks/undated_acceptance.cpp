#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const FieldView accepted = risk[own::accepted];
    if (!accepted.is(ValueType::map) || accepted[own::accepted.date]) return;
    report
        .at(risk, accepted.key_span(),
            fmt::format("the acceptance of {} `{}` has no date", noun(context.facts.risk(risk.record()).type),
                        risk.id()))
        .field("accepted.date")
        .note("so nobody can tell what was known when it was decided, or whether it came before the last incident")
        .help("add `date: …`, the day of the decision, and `until: …`, the day on which it is to be looked at again");
}

IMS_DEFINE_RULE(undated_acceptance) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(A risk is `accepted` without a `date`. An acceptance without `until` is not reported: it holds for good. Drafts are looked
at too.

## Why it matters

A decision is only as good as what was known on its day. Without the day it cannot be told from a decision made before
the last incident, the last change or the present owner. Approvals of residual risk are kept as evidence (ISO/IEC 27001
6.1.3 and 8.3).

## How to mend it

Add `date` under `accepted`, the day on which the decision was made, from the minutes or the mail that says so; if nothing
says so, decide anew. To accept the gap, add an entry to `exceptions` of the risk with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/buy-stock.yaml
process: buy-stock
title: Buy stock
# file: risks/market-closed.yaml
risk: market-closed
title: The market is closed
disciplines: [business-continuity]
processes: [buy-stock]
owner: florist
likelihood: unlikely
consequence: severe
accepted: {by: florist, reason: It happened once in fifty years}
)",
    .good = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/buy-stock.yaml
process: buy-stock
title: Buy stock
# file: risks/market-closed.yaml
risk: market-closed
title: The market is closed
disciplines: [business-continuity]
processes: [buy-stock]
owner: florist
likelihood: unlikely
consequence: severe
accepted: {by: florist, date: 2026-05-02, reason: It happened once in fifty years}
)"};

}  // namespace ims
