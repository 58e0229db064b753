#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "check/reviews.h"
#include "check/rule.h"
#include "check/words.h"
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
        auto finding = report.at(
            record, due_place(record),
            fmt::format("the review of {} {} was due on {}", record.kind_name(), ticked(record), to_string(*due)));
        finding.field("review").mark(mark_of(record)).because(id).note(due_reason(record, context.settings));
        finding.help(fmt::format(
            "look whether all of it is still right, mend what is not, and write the day under `review.last`{}",
            record[fields::review][fields::review.next] ? "; move `review.next` on, or leave it out" : ""));
    }
}

}  // namespace ims::rules::review_overdue
