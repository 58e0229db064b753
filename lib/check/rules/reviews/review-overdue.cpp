#include <algorithm>
#include <array>

#include "check/reviews.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::review_overdue {
namespace {

// What is planned with is to be looked at again for planning; of all else looking at it is the point.
Mark mark_of(const RecordView& record) {
    constexpr std::array kPlanned = {kinds::risk, kinds::obligation, kinds::process, kinds::role};
    return std::ranges::find(kPlanned, record.kind()) != kPlanned.end() ? Mark::plan : Mark::check;
}

}  // namespace

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        // When a management review is due again, management-review-incomplete tells.
        if (!record.active() || record.is(kinds::management_review)) continue;
        const auto due = context.facts.review_due(record);
        if (!due || *due >= context.today) continue;
        auto finding =
            report.at(record, due_place(record), "the review of {} {} was due on {}", record.kind(), record, *due);
        finding.field("review").mark(mark_of(record)).because(id);
        finding.note(due_reason(record, context.settings, report.arena()));
        const bool has_next = static_cast<bool>(record[fields::review][fields::review.next]);
        finding.help(
            has_next
                ? Message("look whether all of it is still right, mend what is not, and [[write the day under "
                          "`review.last`; move `review.next` on, or leave it out|note the day and when the next review "
                          "is to be]]")
                : Message("look whether all of it is still right, mend what is not, and [[write the day under "
                          "`review.last`|note the day]]"));
    }
}

}  // namespace ims::rules::review_overdue
