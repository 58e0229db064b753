#include <fmt/format.h>

#include "assess/objectives.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::objective;

// An objective that misses its target with nothing being done is reported for that, and the missing action with it.
bool is_told_as_missed(const RecordView& objective, Date today) {
    const Progress progress = progress_of(objective, today);
    return objective.active() && (progress == Progress::missed || progress == Progress::off_course);
}

void check(const RecordView& objective, const CheckContext& context, Reporter& report) {
    std::vector<std::string_view> missing;
    std::vector<std::string_view> examples;
    const auto miss = [&](const char* what, const char* example) {
        missing.emplace_back(what);
        examples.emplace_back(example);
    };
    if (!objective.has(own::target)) miss("a target", "target: 97");
    if (!objective.has(own::due)) miss("a due date", "due: 2027-12-31");
    if (objective.lacks(fields::owner)) miss("an owner", "owner: ROLE");
    if (!objective.has(own::actions) && !is_told_as_missed(objective, context.today))
        miss("an action", "actions: [{does: …, owner: ROLE, due: …}]");
    if (missing.empty()) return;
    report.on(objective, fmt::format("objective {} lacks {}", ticked(objective), join_names(missing, Ticks::no)))
        .note("so it is a wish: nobody can tell whether, when or by whom it is reached")
        .help("add " + join_names(examples, Ticks::yes));
}

}  // namespace

IMS_DEFINE_RULE(objective_incomplete) = {
    .kinds = {kinds::objective},
    .check_record = check,
    .page =
        R"(An objective lacks a `target`, a day (`due`), an `owner` or an action. One finding names all that is missing. Actions that
are done count. Where an objective misses its target and has no action, that is reported instead of the missing action.
Drafts are looked at too.

## Why it matters

What is to be reached, by when, by whom and how: without one of them an objective is a wish. Clause 6.2 of ISO 9001, 14001,
45001, 27001 and 22301 asks for objectives that can be measured, and for a plan with actions, responsible people, time and
a way to judge the result (6.2.2 in ISO 9001, 14001 and 45001).

## How to mend it

Add what is missing: a number as `target`, the day as `due`, a role as `owner`, and at least one entry under `actions` with
`does`, `owner` and `due`. If it is not meant that seriously, set `status: retired`. To accept the gap for a while, add an
entry to `exceptions` of the objective with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: objectives/less-waste.yaml
objective: less-waste
title: Less in the bin
disciplines: [environment]
measure: Kilograms of flowers thrown away a week
direction: at-most
owner: florist
measurements: [{date: 2026-05-29, value: 23}]
)",
    .good = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: objectives/less-waste.yaml
objective: less-waste
title: Less in the bin
disciplines: [environment]
measure: Kilograms of flowers thrown away a week
direction: at-most
target: 20
due: 2026-12-31
owner: florist
actions: [{does: Posies of yesterday's flowers by the door, owner: florist, due: 2026-06-30}]
measurements: [{date: 2026-05-29, value: 23}]
)"};

}  // namespace ims
