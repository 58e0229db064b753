#include <fmt/format.h>

#include "assess/changes.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& change, const CheckContext& context, Reporter& report) {
    namespace own = fields::change;
    const auto due = follow_up_due(change);
    if (!due || *due >= context.today) return;
    // Where the review itself is late, that is what is told (review-overdue).
    if (const auto review = context.facts.review_due(change); review && *review < context.today) return;
    const FieldView after = change[own::review_after];
    const FieldView last = change[fields::review][fields::review.last];
    auto finding = report.at(
        change, after ? after : change[own::effective],
        fmt::format("change {} was to be followed up by {}, and nobody has looked", ticked(change), to_string(*due)));
    finding.field(after ? "review_after" : "effective")
        .note(fmt::format("it took effect on {}{}", to_string(*change[own::effective].date()),
                          after ? ""
                                : fmt::format("; without `review_after` of its own, `review.every` counts, {}",
                                              to_string(context.settings.review_every))))
        .help(
            "look whether it did what its `reason` wanted and whether its `effects` came about as foreseen, and write "
            "`review: {last: YYYY-MM-DD}`");
    if (last) finding.note(fmt::format("its last review, on {}, was not after that day", to_string(*last.date())));
}

IMS_DEFINE_RULE(change_not_followed_up) = {
    .kinds = {kinds::change},
    .check_record = check,
    .page =
        R"(The time after which a change was to be looked at again, `review_after` from its `effective` day, has passed, and it was
not reviewed since it took effect: `review.last` is missing or not after that day. Without `review_after`,
`review.every` of ims.yaml counts. A change with `review.next` is held to that day instead, by `review-overdue`. Due
today is not late. Drafts and changes without `effective` are not looked at.

## Why it matters

A change is a bet, and nobody learns from a bet that is not settled. Clause 6.3 of ISO 9001 wants the purpose of a change
and its consequences kept in view, ISO 14001 and ISO 45001 8.1 that the consequences of changes that nobody meant be
looked at and softened.

## How to mend it

Ask those who live with it: did it bring what it was made for, and what else did it bring? Write the day under `last` of
its `review`, and what came of it where it belongs: a risk, an objective, a nonconformity. To accept the delay, add an
entry to `exceptions` of the change with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: changes/cargo-bike.yaml
change: cargo-bike
title: A cargo bike for short trips
reason: Half of the deliveries are within two kilometres
effective: 2025-09-15
review_after: 4 months
)",
    .good = R"(# file: changes/cargo-bike.yaml
change: cargo-bike
title: A cargo bike for short trips
reason: Half of the deliveries are within two kilometres
effective: 2025-09-15
review_after: 4 months
review: {last: 2026-01-26}
)"};

}  // namespace ims
