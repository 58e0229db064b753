#include <fmt/format.h>

#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::exercise;

// A later exercise in which the process was back in time.
bool met_since(const RecordView& process, Date date, Duration rto, Date today) {
    for (const Edge& edge : process.graph().references_to(process.record())) {
        const RecordView later = process.graph()[edge.other];
        if (edge.field != own::achieved.process || !later.is(kinds::exercise) || !later.active()) continue;
        const auto day = later[own::date].date();
        if (!day || *day <= date || *day > today) continue;
        for (const FieldView entry : later[own::achieved].children()) {
            const auto in = entry[own::achieved.in].duration();
            if (entry[own::achieved.process].target() == process.record() && in && *in <= rto) return true;
        }
    }
    return false;
}

// Somebody has taken it up, and is not done yet.
bool taken_up(const RecordView& exercise) {
    namespace nonconformity = fields::nonconformity;
    for (const RecordView each : exercise.linked(own::nonconformities)) {
        if (each.active() && !each[nonconformity::action][nonconformity::action.done]) return true;
    }
    return false;
}

void check(const RecordView& exercise, const CheckContext& context, Reporter& report) {
    const auto date = exercise[own::date].date();
    if (!exercise.active() || !date || *date > context.today || taken_up(exercise)) return;
    for (const FieldView entry : exercise[own::achieved].children()) {
        const FieldView in = entry[own::achieved.in];
        const auto process = target_of(context.graph, entry[own::achieved.process]);
        if (!process || !in.duration()) continue;
        const FieldView rto = (*process)[fields::process::continuity][fields::process::continuity.rto];
        if (!rto.duration() || *in.duration() <= *rto.duration()) continue;
        if (met_since(*process, *date, *rto.duration(), context.today)) continue;
        auto finding = continuity_finding(
            exercise, context, report, in.span(),
            fmt::format("in exercise {}, process {} was back after {}, and is to be back after {}", ticked(exercise),
                        ticked(*process), visible(in.text()), visible(rto.text())));
        if (!finding) continue;
        finding->field(fmt::format("achieved[{}].in", process->id()));
        finding->label(rto.span(), "the rto");
        finding->note("no later exercise shows that it can be");
        finding->help(
            fmt::format("raise a nonconformity (`raised_by: exercise/{}`) with its cause and an action, then exercise "
                        "again; or ask "
                        "whether process {} can wait longer (`rto`)",
                        exercise.id(), ticked(*process)));
    }
}

}  // namespace

IMS_DEFINE_RULE(exercise_missed_rto) = {
    .kinds = {kinds::exercise},
    .check_record = check,
    .page =
        R"(An exercise shows that a process was back (`achieved`, `in`) later than its `rto`, and no later exercise shows that it can
be in time. Silent while a nonconformity that the exercise raised is open, since somebody has taken it up. Only the last
word counts: a later exercise that met the rto settles the matter. The rule compares what is written, whether
`business-continuity` is in force or not.

## Why it matters

Nothing tells more about the next disruption than the last exercise. ISO 22301 8.5 wants exercises that say what to
improve, 8.6 an evaluation whether the arrangements suffice, and 10.1 that what was missed is acted upon.

## How to mend it

Raise a nonconformity (`raised_by: exercise/…`), find out what took so long, mend it, and exercise again. If the process
can wait longer than was thought, change its `rto`, below its `mtpd`. To accept it for a while, add an entry to
`exceptions` of the exercise with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
continuity: {rto: 4 h}
# file: plans/no-van.yaml
plan: no-van
title: The van is gone
activation: The van does not start by 8
# file: exercises/no-van-2025.yaml
exercise: no-van-2025
title: Without the van
tests: [no-van]
date: 2025-10-01
result: partly
achieved: [{process: deliver, in: 6 h}]
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
continuity: {rto: 4 h}
# file: plans/no-van.yaml
plan: no-van
title: The van is gone
activation: The van does not start by 8
# file: exercises/no-van-2025.yaml
exercise: no-van-2025
title: Without the van
tests: [no-van]
date: 2025-10-01
result: passed
achieved: [{process: deliver, in: 3 h}]
)"};

}  // namespace ims
