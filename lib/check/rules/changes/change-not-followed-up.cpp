#include "assess/performance/changes.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::change_not_followed_up {

void check(const RecordView& change, const CheckContext& context, Reporter& report) {
    namespace own = fields::change;
    const auto due = follow_up_due(change);
    if (!due) return report.not_asked(change);
    if (*due >= context.today) return;
    // Where the review itself is late, that is what is told (review-overdue).
    if (const auto review = context.facts.review_due(change); review && *review < context.today) return;
    const FieldView after = change[own::review_after];
    const FieldView last = change[fields::review][fields::review.last];
    auto finding =
        report.at(change, after ? after : change[own::effective],
                  "change {} was to be followed up by {}, and nobody [[has|is known to have]] looked", change, *due);
    const Date effective = *change[own::effective].date();
    finding.field(after ? "review_after" : "effective").asks_for(change, {fields::review.last});
    if (after) {
        finding.note("it took effect on {}", effective);
    } else {
        finding.note(
            "it took effect on {}; [[without `review_after` of its own, `review.every` counts|as no time of its own "
            "was agreed, the usual interval counts]], {}",
            effective, context.settings.review_every);
    }
    finding.help(
        "look whether it did what [[its `reason` wanted|it was made for]] and whether its [[`effects`|effects]] came "
        "about as foreseen[[, and write `review: {{last: YYYY-MM-DD}}`|, and note the day]]");
    if (last) finding.note("its last review, on {}, was not after that day", *last.date());
}

}  // namespace ims::rules::change_not_followed_up
