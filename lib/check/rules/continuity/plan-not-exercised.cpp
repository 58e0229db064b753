#include "assess/dates/intervals.h"
#include "assess/recovery/continuity.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::plan_not_exercised {
namespace {

// What may have been meant, and does not count: drafts, and what is only planned.
void note_others(FindingBuilder& finding, const RecordView& plan, const CheckContext& context) {
    for (const Edge& edge : context.graph.references_to(plan.record())) {
        const RecordView exercise = context.graph[edge.other];
        if (!exercise.is(kinds::exercise) || edge.field != fields::exercise::tests || exercise.retired()) continue;
        const auto date = exercise[fields::exercise::date].date();
        const auto planned = planned_for(exercise);
        if (exercise.status() == Status::draft) {
            finding.note("exercise {} is [[|only ]]a draft", exercise);
        } else if (date && *date > context.today) {
            finding.note("exercise {} is to be held on {}", exercise, *date);
        } else if (planned && *planned >= context.today) {
            finding.note("exercise {} is planned for {}", exercise, *planned);
        } else if (planned) {
            finding.note("exercise {} was planned for {}, and [[no `date`|nothing]] says that it was held", exercise,
                         *planned);
        }
    }
}

}  // namespace

void check(const RecordView& plan, const CheckContext& context, Reporter& report) {
    namespace own = fields::plan;
    const FieldView every = plan[own::exercise_every];
    if (every.invalid() || context.graph.may_be_unread(kinds::exercise)) return;
    const std::vector<RecordView> exercises = exercises_of(plan, context.today);
    const auto last = exercises.empty() ? std::nullopt : held_on(exercises.front(), context.today);
    if (is_current(last, every.duration(), context.settings, context.today)) return;
    auto finding = report.on(plan, last ? report.say("plan {} was last exercised on {}, and was due again on {}", plan,
                                                     *last, *due_after(last, every.duration(), context.settings))
                                        : report.say("no exercise of plan {} is found", plan));
    if (last) finding.label(exercises.front().id_span(), "the last exercise");
    note_others(finding, plan, context);
    finding.help(
        "try it out, if only around a table, and write [[it down: `exercise: …`, `tests: [{}]`, `date`, `type`, "
        "`result`, `achieved`|down what came of it]]",
        plain(plan));
}

}  // namespace ims::rules::plan_not_exercised
