#include <algorithm>

#include <fmt/format.h>

#include "assess/dates/last_check.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::silent_measure {

void check(const RecordView& objective, const CheckContext& context, Reporter& report) {
    namespace own = fields::objective;
    const LastCheck last = last_measurement(objective, context.today);
    const std::string interval = told_interval(objective[own::measured_every], context.settings);
    const std::string help = fmt::format("take the value, and write it down: `measurements: [{{date: {}, value: …}}]`",
                                         to_string(context.today));
    if (last.never(context.today)) {
        report.on(objective, fmt::format("objective {} was never measured", ticked(objective)))
            .field("measurements")
            .note("so nobody knows where it stands")
            .help(help);
        return;
    }
    // Once its day has passed, it need not be measured for ever.
    const Date until = std::min(context.today, objective[own::due].date().value_or(context.today));
    if (objective[own::due].invalid() || !last.late(until)) return;
    report
        .at(objective, last.entry[own::measurements.date],
            fmt::format("objective {} was last measured on {}, and had to be again by {}", ticked(objective),
                        to_string(*last.day), to_string(*last.due)))
        .field("measurements")
        .note(interval)
        .help(help);
}

}  // namespace ims::rules::silent_measure
