#include "assess/performance/nonconformities.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::nonconformity_overdue {

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    namespace own = fields::nonconformity;
    const FieldView action = record[own::action];
    const FieldView due = action[own::action.due];
    if (!due) return report.not_asked(record);
    if (!is_action_overdue(record, context.today)) return;
    const bool major = record.word(own::grade) == "major";
    const Message what = major ? Message("major nonconformity") : Message("nonconformity");
    auto finding = report.at(record, due, "the action against {} {} was due on {}", what, record, *due.date());
    finding.field("action.due")
        .asks_for(record, {own::action.done})
        .because(record.record())
        .grade(major ? Grade::high : Grade::medium);
    if (const auto owner = target_of(context.graph, action[own::action.owner]))
        finding.note(owner->is(kinds::person)
                         ? report.say("[[{0} sees to it|{0} was to see to it]]", holder(*owner))
                         : report.say("[[{0} sees to it|role {0} was to see to it]]", holder(*owner)));
    finding.help(
        "if it is done, [[write the day under `done` of the action|record on which day]]; if not, see what holds it "
        "up, and agree on a new day");
}

}  // namespace ims::rules::nonconformity_overdue
