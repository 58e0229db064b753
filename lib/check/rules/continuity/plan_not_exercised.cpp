#include <fmt/format.h>

#include "assess/continuity.h"
#include "assess/intervals.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& plan, const CheckContext& context, Reporter& report) {
    namespace own = fields::plan;
    const FieldView every = plan[own::exercise_every];
    if (!plan.active() || every.invalid() || context.graph.may_be_unread(kinds::exercise)) return;
    const std::vector<RecordView> exercises = exercises_of(plan, context.today);
    const auto last = exercises.empty() ? std::nullopt : exercises.front()[fields::exercise::date].date();
    if (is_current(last, every.duration(), context.settings, context.today)) return;
    auto finding = report.on(
        plan, last ? fmt::format("plan {} was last exercised on {}, and was due again on {}", ticked(plan),
                                 to_string(*last), to_string(*due_after(last, every.duration(), context.settings)))
                   : fmt::format("no exercise of plan {} is found", ticked(plan)));
    if (last) finding.label(exercises.front().id_span(), "the last exercise");
    for (const Edge& edge : context.graph.references_to(plan.record())) {
        const RecordView exercise = context.graph[edge.other];
        if (!exercise.is(kinds::exercise) || exercise.retired()) continue;
        const auto date = exercise[fields::exercise::date].date();
        if (exercise.status() == Status::draft) finding.note(fmt::format("exercise {} is a draft", ticked(exercise)));
        else if (date && *date > context.today)
            finding.note(fmt::format("exercise {} is planned for {}", ticked(exercise), to_string(*date)));
    }
    finding.help(
        fmt::format("try it out, if only around a table, and write it down: `exercise: …`, `tests: [{}]`, "
                    "`date`, `type`, `result`, `achieved`",
                    plan.id()));
}

IMS_DEFINE_RULE(plan_not_exercised) = {
    .kinds = {kinds::plan},
    .check_record = check,
    .page =
        R"(An active plan was never exercised, or longer ago than its `exercise_every`; where it gives none, than the interval under
`review` in ims.yaml. An exercise is a record that names the plan under `tests`, whatever its type and result; a draft, or
one with a day that has yet to come, is none yet. It speaks of every plan, for continuity and for emergencies, whichever
disciplines are in force.

## Why it matters

A plan that was never tried is a guess: telephone numbers change, keys are missing, people have left. ISO 22301 8.5 wants
plans exercised at planned intervals, ISO 45001 8.2 and ISO 14001 8.2 have emergency responses tested.

## How to mend it

Talk it through at a table, or do it: an hour is enough to find the first three holes. Write an `exercise` with `tests`,
`date`, `type`, `result` and the times `achieved`. If it may be exercised less often, say so with `exercise_every`. To
accept the gap for a while, add an entry to `exceptions` of the plan with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: plans/no-van.yaml
plan: no-van
title: The van is gone
activation: The van does not start by 8
exercise_every: 12 months
# file: exercises/no-van-2024.yaml
exercise: no-van-2024
title: Without the van
tests: [no-van]
date: 2024-10-01
result: passed
)",
    .good = R"(# file: plans/no-van.yaml
plan: no-van
title: The van is gone
activation: The van does not start by 8
exercise_every: 12 months
# file: exercises/no-van-2025.yaml
exercise: no-van-2025
title: Without the van
tests: [no-van]
date: 2025-10-01
result: passed
)"};

}  // namespace ims
