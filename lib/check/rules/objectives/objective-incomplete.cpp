#include <vector>

#include "assess/performance/objectives.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::objective_incomplete {
namespace {

namespace own = fields::objective;

// An objective that misses its target with nothing being done is reported for that, and the missing action with it.
bool is_told_as_missed(const RecordView& objective, Date today) {
    const Progress progress = progress_of(objective, today);
    return progress == Progress::missed || progress == Progress::off_course;
}

}  // namespace

void check(const RecordView& objective, const CheckContext& context, Reporter& report) {
    std::vector<Message> missing;
    std::vector<Message> to_add;
    std::vector<Field> fields;
    const auto miss = [&](Field field, Message what, Message how) {
        fields.push_back(field);
        missing.push_back(what);
        to_add.push_back(how);
    };
    // What is to hold for good is looked at again and again instead of once.
    const bool held = is_standing(objective) && objective.has(own::measured_every);
    const bool undated = !held && !objective.has(own::due);
    if (!objective.has(own::target)) miss(own::target, "a target", "[[`target: 97`|what is to be reached]]");
    if (undated) miss(own::due, "a due date", "[[`due: 2027-12-31`|by when]]");
    if (objective.lacks(fields::owner)) miss(fields::owner, "an owner", "[[`owner: ROLE`|who answers for it]]");
    if (!held && !objective.has(own::actions) && !is_told_as_missed(objective, context.today))
        miss(own::actions, "an action", "[[`actions: [{{does: …, owner: ROLE, due: …}}]`|what is done to get there]]");
    if (missing.empty()) return;
    report.on(objective, "objective {} lacks {}", objective, missing)
        .asks_for(objective, {}, fields)
        .note("[[so it is a wish: |without that, ]]nobody can tell whether, when or by whom it is reached")
        .help(undated ? report.say("[[add|decide]] {}; a target that is to hold for good needs [[`measured_every: 1 "
                                   "month`|an interval at which it is measured]] instead of a day",
                                   to_add)
                      : report.say("[[add|decide]] {}", to_add));
}

}  // namespace ims::rules::objective_incomplete
