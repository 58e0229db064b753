#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& change, const CheckContext& context, Reporter& report) {
    namespace own = fields::change;
    const FieldView effective = change[own::effective];
    if (!change.active() || effective.invalid()) return;
    if (effective.date() && *effective.date() > context.today) return;  // there is time yet
    const FieldView approved = change[own::approved];
    if (approved.invalid()) return;
    const bool by = static_cast<bool>(approved[own::approved.by]);
    const bool date = static_cast<bool>(approved[own::approved.date]);
    if (by && date) return;
    const std::string since =
        effective.date() ? fmt::format("it takes effect on {}", to_string(*effective.date())) : std::string();
    if (approved) {
        auto finding = report.at(change, approved.key_span(),
                                 fmt::format("the approval of change {} does not say {}", ticked(change),
                                             by     ? "when"
                                             : date ? "who gave it"
                                                    : "who gave it and when"));
        finding.field("approved").help("complete it: `approved: {by: …, date: YYYY-MM-DD}`");
        if (!since.empty()) finding.note(since);
        return;
    }
    auto finding = report.on(change, fmt::format("nobody has approved change {}", ticked(change)));
    finding.field("approved");
    if (!since.empty()) finding.note(since);
    finding.help(
        "have it approved by somebody other than its owner, and write `approved: {by: …, date: YYYY-MM-DD}`; if it is "
        "not decided yet, say so with `status: draft`, or with a day to come under `effective`");
}

IMS_DEFINE_RULE(change_unapproved) = {
    .kinds = {kinds::change},
    .check_record = check,
    .page =
        R"(A change is in effect, its `effective` day has come or is not given, and nobody approved it, or the approval does not
say by whom or when. A change that takes effect later still has time, and drafts are not looked at. Who approves a change
of one's own has a finding of another sort (`self-approval`).

## Why it matters

An approval is the point at which somebody who sees the whole says: we have thought of everything, go. ISO 9001 8.5.6
asks for the record of who authorised a change, ISO/IEC 27001 A.8.32 for changes to go through a procedure, ISO 45001
8.1.3 and ISO 14001 8.1 for planned changes to be controlled.

## How to mend it

Let a role above the owner look at the `effects` and approve it: `approved: {by: …, date: …}`. If nothing is decided yet,
give it `status: draft`. To accept the gap, add an entry to `exceptions` of the change with `rule`, `reason`, `by` and
`until`.
)",
    .bad = R"(# file: roles.yaml
role: florist
title: Florist
---
role: shop-owner
title: Shop owner
# file: changes/cargo-bike.yaml
change: cargo-bike
title: A cargo bike for short trips
reason: Half of the deliveries are within two kilometres
owner: florist
effective: 2026-05-04
)",
    .good = R"(# file: roles.yaml
role: florist
title: Florist
---
role: shop-owner
title: Shop owner
# file: changes/cargo-bike.yaml
change: cargo-bike
title: A cargo bike for short trips
reason: Half of the deliveries are within two kilometres
owner: florist
approved: {by: shop-owner, date: 2026-04-20}
effective: 2026-05-04
)"};

}  // namespace ims
