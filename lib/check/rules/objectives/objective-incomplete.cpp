#include <fmt/format.h>

#include "assess/performance/objectives.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
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
    std::vector<std::string_view> missing;
    std::vector<std::string_view> examples;
    const auto miss = [&](const char* what, const char* example) {
        missing.emplace_back(what);
        examples.emplace_back(example);
    };
    // What is to hold for good is looked at again and again instead of once.
    const bool held = is_standing(objective) && objective.has(own::measured_every);
    const bool undated = !held && !objective.has(own::due);
    if (!objective.has(own::target)) miss("a target", "target: 97");
    if (undated) miss("a due date", "due: 2027-12-31");
    if (objective.lacks(fields::owner)) miss("an owner", "owner: ROLE");
    if (!held && !objective.has(own::actions) && !is_told_as_missed(objective, context.today))
        miss("an action", "actions: [{does: …, owner: ROLE, due: …}]");
    if (missing.empty()) return;
    report.on(objective, fmt::format("objective {} lacks {}", ticked(objective), join_names(missing, Ticks::no)))
        .note("so it is a wish: nobody can tell whether, when or by whom it is reached")
        .help("add " + join_names(examples, Ticks::yes) +
              (undated ? "; a target that is to hold for good needs `measured_every: 1 month` instead of a day" : ""));
}

}  // namespace ims::rules::objective_incomplete
