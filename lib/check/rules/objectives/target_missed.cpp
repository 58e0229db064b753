#include <fmt/format.h>

#include "assess/objectives.h"
#include "assess/performance.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::objective;

// One decimal, none where it would be a zero.
std::string short_number(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::string with_unit(std::string number, const RecordView& objective) {
    if (const FieldView unit = objective[own::unit]) number += ' ' + visible(shorten(unit.text(), 20));
    return number;
}

std::string target_of_it(const RecordView& objective) {
    return (direction_of(objective) == Direction::at_least ? "at least " : "at most ") +
           with_unit(visible(objective[own::target].text()), objective);
}

void check(const RecordView& objective, const CheckContext& context, Reporter& report) {
    const Progress progress = progress_of(objective, context.today);
    if (!objective.active() || (progress != Progress::missed && progress != Progress::off_course)) return;
    if (has_open_action(objective)) return;
    const LastCheck last = last_measurement(objective, context.today);
    const FieldView value = last.entry[own::measurements.value];
    const std::string stood = with_unit(visible(value.text()), objective);
    const auto expected = expected_value(objective, context.today);
    std::string message;
    if (progress == Progress::missed)
        message = fmt::format("objective {} missed its target: {} on {}, not {}", ticked(objective), stood,
                              to_string(*last.day), target_of_it(objective));
    else if (expected)
        message = fmt::format("objective {} is off course: at the pace so far it will stand at {} on {}, not {}",
                              ticked(objective), with_unit(short_number(*expected), objective),
                              to_string(*objective[own::due].date()), target_of_it(objective));
    else
        message = fmt::format("objective {} is off course: {} on {} is no nearer to {} than {} at the outset",
                              ticked(objective), stood, to_string(*last.day), target_of_it(objective),
                              visible(objective[own::baseline].text()));
    auto finding = report.at(objective, value, std::move(message));
    finding.field("measurements");
    if (const FieldView due = objective[own::due]) finding.label(due.span(), "its day");
    finding
        .note(objective.has(own::actions) ? "and nothing is being done: every action is done"
                                          : "and nothing is being done: it has no action")
        .help(
            "decide what to do, and add it: `actions: [{does: …, owner: ROLE, due: …}]`; or set a new `target` and "
            "`due`; or retire it");
}

}  // namespace

IMS_DEFINE_RULE(target_missed) = {
    .kinds = {kinds::objective},
    .check_record = check,
    .page =
        R"(The day of an objective has passed and the last value does not reach its `target`; or it is off course; and no action is
open. Off course means: at the pace from the first value to the last, the target will not be reached by `due`; with only
one value, that it is no nearer to the target than the `baseline` was. `direction` says which side is good; without it, the
way from `baseline` to `target` does, and without that nothing is judged. Drafts are not looked at.

## Why it matters

To miss a target is no shame; to miss it and do nothing is. Clause 6.2 of the management system standards asks for actions
that reach the objectives, 9.1 to judge the results and 9.3 to bring them before top management, 10.1 (10.2 in ISO 22301)
to improve.

## How to mend it

Find out why, and add what is done about it under `actions` with `does`, `owner` and `due`. If the target was wrong, set
another with a new day, and say so in the management review; if nobody wants it any more, set `status: retired`. To accept
the miss, add an entry to `exceptions` of the objective with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
# file: objectives/on-time.yaml
objective: on-time
title: Flowers within the promised hour
disciplines: [quality]
measure: Share of deliveries within the promised hour
unit: percent
direction: at-least
baseline: 91
target: 97
due: 2026-04-30
owner: driver
measurements: [{date: 2026-01-30, value: 93}, {date: 2026-04-30, value: 94}]
actions: [{does: A second battery for the bike, owner: driver, due: 2026-03-31, done: 2026-03-24}]
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
# file: objectives/on-time.yaml
objective: on-time
title: Flowers within the promised hour
disciplines: [quality]
measure: Share of deliveries within the promised hour
unit: percent
direction: at-least
baseline: 91
target: 97
due: 2026-04-30
owner: driver
measurements: [{date: 2026-01-30, value: 93}, {date: 2026-04-30, value: 94}]
actions:
  - {does: A second battery for the bike, owner: driver, due: 2026-03-31, done: 2026-03-24}
  - {does: No more than six orders for one hour, owner: driver, due: 2026-07-15}
)"};

}  // namespace ims
