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
    if (last.never(context.today)) {
        report.on(control, "control {} is in place[[ and|, but]] was never verified", control)
            .field("verifications")
            .asks_for(control, {own::verifications})
            .note("nothing shows that it does what it is meant to do")
            .help(
                "look whether it works, and write down what you saw[[: `verifications: [{{date: …, what: …, result: "
                "…}}]` with `effective` or `ineffective`]]");
    } else if (last.late(context.today)) {
        report
            .at(control, last.entry[own::verifications.date],
                "control {} was last verified on {}, and had to be [[|verified ]]again by {}", control, *last.day,
                *last.due)
            .field("verifications")
            .note(told_interval(control[own::verify_every], context.settings, report.arena()))
            .help(
                "look whether it still works, and [[add what you saw to `verifications: [{{date: …, what: …, result: "
                "…}}]` with `effective` or `ineffective`|write down what you saw]]");
    }
}

}  // namespace ims::rules::unverified_control
