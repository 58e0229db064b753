#include <fmt/format.h>

#include "assess/documents.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (!record.active() || (record.is(kinds::document) && !needs_review(record))) return;
    const FieldView review = record[fields::review];
    // A first review that is planned is told by the rules on its day.
    if (review.invalid() || review[fields::review.last] || review[fields::review.next]) return;
    report
        .on(record,
            fmt::format("no review of {} `{}` was found",
                        record.is(kinds::risk) ? noun(context.facts.risk(record.record()).type) : record.kind_name(),
                        visible(record.id())))
        .field("review.last")
        .help(fmt::format("look whether it is right and write the day, `review: {{last: …}}`; if the first review is "
                          "still to come, say when: `review: {{next: {}}}`",
                          to_string(add(context.today, context.settings.review_every))));
}

IMS_DEFINE_RULE(never_reviewed) = {
    .kinds = {kinds::risk, kinds::document, kinds::plan},
    .check_record = check,
    .page =
        R"(A risk, a document or a plan says neither when it was last reviewed (`review.last`) nor when it is to be (`review.next`), so
no evidence was found that anybody looked at it since it was written. A `review.every` alone does not help: an interval
counts from a day. Documents of type `record` and `report` prove what was done and are not reviewed; drafts are not looked
at.

## Why it matters

Nobody knows whether it is still true. Risks are to be assessed again at planned intervals (ISO/IEC 27001 8.2, ISO 45001
6.1.2, ISO 14001 6.1.2), documents to be reviewed and kept up to date (clause 7.5.2 and 7.5.3 of all management system
standards), plans to be reviewed too (ISO 22301 8.6).

## How to mend it

Look whether it is right and write the day: `review: {last: 2026-06-01}`. Something new was looked at on the day it was
written, so that day will do. If the first review is still to come, say when under `review.next`. How often it is due again
follows from `review.every` here or in `ims.yaml`.

To accept it for a while, add an entry to `exceptions` with `rule: never-reviewed`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: plans/shop-closed.yaml
plan: shop-closed
title: The shop cannot open
activation: The owner decides by seven in the morning
)",
    .good = R"(# file: plans/shop-closed.yaml
plan: shop-closed
title: The shop cannot open
activation: The owner decides by seven in the morning
review: {last: 2026-01-20}
)"};

}  // namespace ims
