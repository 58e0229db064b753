#include "check/reviews.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::review_due_soon {
namespace {

Message when(std::int32_t days, Reporter& report) {
    if (days == 0) return "today";
    return days == 1 ? Message("tomorrow") : report.say("in {} days", days);
}

}  // namespace

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    const Date until = add(context.today, context.settings.review_soon);
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (!record.active()) continue;
        const auto due = context.facts.review_due(record);
        if (!due || *due < context.today || *due > until) continue;
        report
            .at(record, due_place(record), "the review of {} {} is due {}, on {}", record.kind(), record,
                when(due->days - context.today.days, report), *due)
            .field("review")
            .because(id)
            .note(due_reason(record, context.settings, report.arena()))
            .help("plan the review[[; once it is done, write the day under `review.last`]]");
    }
}

}  // namespace ims::rules::review_due_soon
