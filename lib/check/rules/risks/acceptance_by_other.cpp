#include <fmt/format.h>

#include "assess/risk_links.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const FieldView by = risk[own::accepted][own::accepted.by];
    if (!by.target().known() || may_accept(risk, by.target()) != false) return;
    const FieldView owner = risk[fields::owner];
    const FieldView top = context.graph[context.graph.settings_record()][fields::ims::top_management];
    auto finding = report.at(risk, by,
                             fmt::format("{} `{}` was accepted by `{}`, who is neither its owner nor top management",
                                         noun(context.facts.risk(risk.record()).type), risk.id(), visible(by.text())));
    finding.field("accepted.by").label(owner.span(), "the owner");
    if (!top) finding.note("ims.yaml names no `top_management`, so nobody but the owner may accept it");
    finding.help(fmt::format("let the owner `{}`{} decide, and write that role under `by`", visible(owner.text()),
                             top ? " or top management" : ", or a role named under `top_management` in ims.yaml,"));
}

IMS_DEFINE_RULE(acceptance_by_other) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(A risk was accepted `by` a role that is neither its owner nor among `top_management` of `ims.yaml`. If a person owns the
risk, any role of that person may accept it. A risk without an owner is reported as such and not here. Where `ims.yaml`
names no top management, only the owner may accept. Drafts are looked at too.

## Why it matters

Who carries the loss, or answers for it, decides whether it is worth the price of avoiding it. A risk that is accepted by
somebody else was only put aside: ISO/IEC 27001 6.1.3 asks for the risk owners' approval of what remains, ISO 31000 for
decisions by those with the authority, and clause 5.3 of all standards for authorities that are assigned.

## How to mend it

Ask the owner or top management to decide, and write who did, and when, under `accepted`. If the role that accepted is the
right one, make it the owner, or name it under `top_management`. To accept the finding, add an entry to `exceptions` of
the risk with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: ims.yaml
organisation: Example
top_management: [director]
disciplines: {business-continuity: {}}
# file: roles.yaml
role: director
title: Director
---
role: florist
title: Florist
---
role: cashier
title: Cashier
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
accepted: {by: cashier, date: 2026-05-02, until: 2027-05-01, reason: It happened once in fifty years}
)",
    .good = R"(# file: ims.yaml
organisation: Example
top_management: [director]
disciplines: {business-continuity: {}}
# file: roles.yaml
role: director
title: Director
---
role: florist
title: Florist
---
role: cashier
title: Cashier
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
accepted: {by: director, date: 2026-05-02, until: 2027-05-01, reason: It happened once in fifty years}
)"};

}  // namespace ims
