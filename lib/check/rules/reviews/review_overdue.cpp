#include <fmt/format.h>

#include "base/text.h"
#include "check/reviews.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

// Of every kind, a folder's own kinds too.
static void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        // When a management review is due again, management-review-incomplete tells.
        if (!record.active() || record.is(kinds::management_review)) continue;
        const auto due = context.facts.review_due(record);
        if (!due || *due >= context.today) continue;
        auto finding = report.at(record, due_place(record),
                                 fmt::format("the review of {} `{}` was due on {}", record.kind_name(),
                                             visible(record.id()), to_string(*due)));
        finding.field("review").note(due_reason(record, context.settings));
        finding.help(fmt::format(
            "look whether all of it is still right, mend what is not, and write the day under `review.last`{}",
            record[fields::review][fields::review.next] ? "; move `review.next` on, or leave it out" : ""));
    }
}

IMS_DEFINE_RULE(review_overdue) = {
    .check_folder = check,
    .page =
        R"(The day by which a record of any kind was to be reviewed has passed. That day is `review.next`; where that is not given, it
is `review.last` plus `review.every`, or plus the general interval `review.every` of `ims.yaml`. Due today is not overdue.
A record that says neither when it was reviewed nor when it is to be has no such day: of risks, documents and plans
`never-reviewed` speaks. Of a management review, `management-review-incomplete` tells when the next one is due. Drafts are
not looked at.

## Why it matters

Records grow old silently: the person has left, the supplier has changed, the machine stands elsewhere. Risks are to be
assessed again at planned intervals (ISO/IEC 27001 8.2, ISO 22301 8.2.3, ISO 45001 6.1.2), documented information is to be
reviewed and kept suitable (clause 7.5.2 and 7.5.3 of all management system standards).

## How to mend it

Read the record with those who work by it. Correct what is no longer right, then write today's day under `review.last`, even
if nothing had to change. If a longer interval will do, say so in `review.every: 2 y`; `defaults` in `ims.yaml` can say it
for all records of a kind.

To accept it for a while, add an entry to `exceptions` with `rule: review-overdue`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
review: {last: 2024-11-04, every: 12 months}
)",
    .good = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
review: {last: 2026-05-18, every: 12 months}
)"};

}  // namespace ims
