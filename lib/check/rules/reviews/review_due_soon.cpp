#include <fmt/format.h>

#include "base/text.h"
#include "check/reviews.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::string when(std::int32_t days) {
    if (days == 0) return "today";
    return days == 1 ? "tomorrow" : fmt::format("in {} days", days);
}

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    const Date until = add(context.today, context.settings.review_soon);
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (!record.active()) continue;
        const auto due = context.facts.review_due(record);
        if (!due || *due < context.today || *due > until) continue;
        report
            .at(record, due_place(record),
                fmt::format("the review of {} `{}` is due {}, on {}", record.kind_name(), visible(record.id()),
                            when(due->days - context.today.days), to_string(*due)))
            .field("review")
            .note(due_reason(record, context.settings))
            .help("plan the review; once it is done, write the day under `review.last`");
    }
}

}  // namespace

IMS_DEFINE_RULE(review_due_soon) = {
    .check_folder = check,
    .page =
        R"(The review of a record of any kind is due today or within the next 30 days; `review.soon` in `ims.yaml` sets another span.
The day is `review.next`, or else `review.last` plus the interval. Once it has passed, `review-overdue` speaks instead.
Drafts are not looked at.

## Why it matters

A review needs people at one table, and that needs to be arranged. Planned intervals (ISO/IEC 27001 8.2, ISO 22301 8.2.3;
clause 7.5 of all management system standards) are kept by those who look ahead.

## How to mend it

Agree on a day with those who work by the record. Once the review is done, write the day under `review.last`, and move
`review.next` on where it is used. `ims report calendar` shows all that falls due.

If you do not want to be reminded, set `review-due-soon: off` under `check.rules` in `ims.yaml`, or a shorter `review.soon`.
To silence it for one record, add an entry to `exceptions` with `rule: review-due-soon`, `reason` and `by`.
)",
    .bad = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
review: {last: 2025-06-15, every: 12 months}
)",
    .good = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
review: {last: 2026-05-28, every: 12 months}
)"};

}  // namespace ims
