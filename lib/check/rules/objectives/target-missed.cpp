#include <fmt/format.h>

#include "assess/dates/last_check.h"
#include "assess/performance/objectives.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::target_missed {
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

}  // namespace

void check(const RecordView& objective, const CheckContext& context, Reporter& report) {
    const Progress progress = progress_of(objective, context.today);
    if (progress == Progress::unknown) return report.not_asked(objective);
    if (progress != Progress::missed && progress != Progress::off_course) return;
    if (has_open_action(objective)) return;
    const LastCheck last = last_measurement(objective, context.today);
    const FieldView value = last.entry[own::measurements.value];
    const std::string stood = with_unit(visible(value.text()), objective);
    std::string message;
    if (progress == Progress::missed) {
        message = fmt::format("objective {} {} its target: {} on {}, not {}", ticked(objective),
                              is_standing(objective) ? "misses" : "missed", stood, to_string(*last.day),
                              target_of_it(objective));
    } else {
        const double expected = *expected_value(objective, context.today);
        message = fmt::format("objective {} is off course: at the pace so far it will stand at {} on {}, not {}",
                              ticked(objective), with_unit(short_number(expected), objective),
                              to_string(*objective[own::due].date()), target_of_it(objective));
    }
    auto finding = report.at(objective, value, std::move(message));
    finding.field("measurements");
    if (const FieldView due = objective[own::due]) finding.label(due.span(), "its day");
    finding
        .note(objective.has(own::actions) ? "and nothing is being done: every action is done"
                                          : "and nothing is being done: it has no action")
        .help(
            is_standing(objective)
                ? "decide what to do, and add it: `actions: [{does: …, owner: ROLE, due: …}]`; or set a new `target`; "
                  "or retire it"
                : "decide what to do, and add it: `actions: [{does: …, owner: ROLE, due: …}]`; or set a new `target` "
                  "and `due`; or retire it");
}

}  // namespace ims::rules::target_missed
