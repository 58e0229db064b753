#include <fmt/format.h>

#include "assess/dates/last_check.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::unverified_control {

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    if (control.word(own::implementation) != "in-place") return report.not_asked(control);
    const LastCheck last = last_verification(control, context.today);
    // What was found not to work has to be verified anew anyway, which its own rule says.
    if (last.entry[own::verifications.result].word() == "ineffective") return;
    const std::string interval = told_interval(control[own::verify_every], context.settings);
    const std::string example = "`verifications: [{date: …, what: …, result: …}]` with `effective` or `ineffective`";
    if (last.never(context.today)) {
        report.on(control, fmt::format("control {} is in place and was never verified", ticked(control)))
            .field("verifications")
            .note("nothing shows that it does what it is meant to do")
            .help(fmt::format("look whether it works, and write down what you saw: {}", example));
    } else if (last.late(context.today)) {
        report
            .at(control, last.entry[own::verifications.date],
                fmt::format("control {} was last verified on {}, and had to be again by {}", ticked(control),
                            to_string(*last.day), to_string(*last.due)))
            .field("verifications")
            .note(interval)
            .help(fmt::format("look whether it still works, and add what you saw to {}", example));
    }
}

}  // namespace ims::rules::unverified_control
