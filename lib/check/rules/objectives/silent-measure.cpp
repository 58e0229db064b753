#include <algorithm>

#include "assess/dates/last_check.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::silent_measure {

void check(const RecordView& objective, const CheckContext& context, Reporter& report) {
    namespace own = fields::objective;
    const LastCheck last = last_measurement(objective, context.today);
    const bool never = last.never(context.today);
    // Once its day has passed, it need not be measured for ever.
    const Date until = std::min(context.today, objective[own::due].date().value_or(context.today));
    if (!never && (objective[own::due].invalid() || !last.late(until))) return;
    const Message help = report.say(
        "take the value, and [[write it down: `measurements: [{{date: {}, value: …}}]`|record it]]", context.today);
    if (never) {
        report
            .on(objective, "[[objective {0} was never measured|no measurement of objective {0} is recorded]]",
                objective)
            .field("measurements")
            .asks_for(objective, {own::measurements})
            .note("so nobody knows where it stands")
            .help(help);
        return;
    }
    report
        .at(objective, last.entry[own::measurements.date],
            "objective {} was last measured on {}, and had to be again by {}", objective, *last.day, *last.due)
        .field("measurements")
        .note(told_interval(objective[own::measured_every], context.settings, report.arena()))
        .help(help);
}

}  // namespace ims::rules::silent_measure
