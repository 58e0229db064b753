#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::late_control {

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    const std::string_view state = control.word(own::implementation);
    const FieldView due = control[own::due];
    const bool unfinished = state == "planned" || state == "partly";
    if (unfinished && !due) return report.not_asked(control);
    if (!unfinished || !due.date() || *due.date() >= context.today) return;
    auto finding = report.at(
        control, due,
        state == "planned" ? report.say("control {} was due on {} and is still planned", control, *due.date())
                           : report.say("control {} was due on {} and is in place only in part", control, *due.date()));
    finding.field("due");
    std::vector<RecordId> risks;
    for (const RecordView risk : control.linked(own::risks)) risks.push_back(risk.record());
    if (!risks.empty())
        finding.note(
            risks.size() == 1
                ? report.say("until it is in place it lowers no risk; one waits [[on|for]] it: {}", risks)
                : report.say("until it is in place it lowers no risk; {} wait [[on|for]] it: {}", risks.size(), risks));
    finding.help(
        "if it is in place by now, [[say `implementation: in-place`|record that]]; if not, set a new day[[ under "
        "`due`]]");
}

}  // namespace ims::rules::late_control
