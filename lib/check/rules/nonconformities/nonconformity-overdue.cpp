#include <fmt/format.h>

#include "assess/performance/nonconformities.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::nonconformity_overdue {

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    namespace own = fields::nonconformity;
    const FieldView action = record[own::action];
    const FieldView due = action[own::action.due];
    if (!due) return report.not_asked(record);
    if (!is_action_overdue(record, context.today)) return;
    const bool major = record.word(own::grade) == "major";
    auto finding = report.at(record, due,
                             fmt::format("the action against {}nonconformity {} was due on {}", major ? "major " : "",
                                         ticked(record), to_string(*due.date())));
    finding.field("action.due").because(record.record()).grade(major ? Grade::high : Grade::medium);
    if (const auto owner = target_of(context.graph, action[own::action.owner]))
        finding.note(fmt::format("{} sees to it", ticked_holder(*owner)));
    finding.help(
        "if it is done, write the day under `done` of the action; if not, see what holds it up, and agree on a new "
        "day");
}

}  // namespace ims::rules::nonconformity_overdue
