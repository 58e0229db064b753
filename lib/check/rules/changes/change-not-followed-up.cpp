#include <fmt/format.h>

#include "assess/performance/changes.h"
#include "check/rule.h"
#include "check/words.h"
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

}  // namespace ims::rules::change_not_followed_up
