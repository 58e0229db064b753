#include "assess/performance/documents.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::never_reviewed {

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (record.is(kinds::document) && !needs_review(record)) return report.not_asked(record);
    const FieldView review = record[fields::review];
    // A first review that is planned is told by the rules on its day.
    if (review.invalid() || review[fields::review.last] || review[fields::review.next]) return;
    const Message what =
        record.is(kinds::risk) ? noun(context.facts.risk(record.record()).type) : report.say("{}", record.kind());
    report.on(record, "no review of {} {} was found", what, record)
        .field("review.last")
        .asks_for(record, {fields::review.last})
        .mark(record.is(kinds::risk) ? Mark::plan : Mark::do_it)
        .because(record.record())
        .help(
            "look whether it is [[right and write the day, `review: {{last: …}}`; if the first review is still to "
            "come, say when: `review: {{next: {}}}`|still right, and note the day; if the first review is still to "
            "come, agree on a day for it]]",
            add(context.today, context.settings.review_every));
}

}  // namespace ims::rules::never_reviewed
