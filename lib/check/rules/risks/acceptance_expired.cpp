#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (!risk.active() || facts.acceptance != Acceptance::expired) return;
    const FieldView until = risk[own::accepted][own::accepted.until];
    auto finding = report.at(
        risk, until,
        fmt::format("the acceptance of {} `{}` ended on {}", noun(facts.type), risk.id(), to_string(*until.date())));
    finding.field("accepted.until");
    if (facts.over_appetite()) {
        finding.note(fmt::format("it is {}", standing(facts, context.settings)))
            .help("decide anew: a later `until` with the `date` of the new decision, or a treatment with a `due`");
    } else {
        finding.help(
            "decide anew: a later `until` with the `date` of the new decision; if it need not be accepted any more, "
            "take `accepted` out");
    }
}

IMS_DEFINE_RULE(acceptance_expired) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(The last day of a risk's acceptance, `until` under `accepted`, has passed. On that day itself it still holds; without
`until` it holds for good. Drafts are not looked at.

## Why it matters

Somebody decided to live with the risk for a time, because of what was known then. After that time nobody has decided
anything, and the risk stands there untreated. Owners accept residual risks (ISO/IEC 27001 6.1.3), and assessments are
repeated at planned intervals (ISO/IEC 27001 8.2, ISO 22301 8.2.1).

## How to mend it

Let the owner or top management look again. If the risk is still to be carried, write the new `date` and `until`; if not,
link controls and give the treatment a `due`. If it has sunk below the appetite, take `accepted` out. To set the finding
aside, add an entry to `exceptions` of the risk with `rule`, `reason`, `by` and `until`.
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
accepted: {by: florist, date: 2025-05-01, until: 2026-05-01, reason: It happened once in fifty years}
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
accepted: {by: florist, date: 2026-05-02, until: 2027-05-01, reason: It happened once in fifty years}
)"};

}  // namespace ims
