#include "assess/performance/objectives.h"

#include "assess/performance/performance.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool reaches(double value, double target, Direction direction) {
    return direction == Direction::at_least ? value >= target : value <= target;
}

std::optional<double> last_value(const RecordView& objective, Date today) {
    return last_measurement(objective, today).entry[fields::objective::measurements.value].number();
}

// The earliest measurement that can be read.
FieldView first_measurement(const RecordView& objective) {
    FieldView first;
    for (const FieldView entry : objective[fields::objective::measurements].children()) {
        const auto day = entry[fields::objective::measurements.date].date();
        if (!day || !entry[fields::objective::measurements.value].number()) continue;
        if (!first || *day < *first[fields::objective::measurements.date].date()) first = entry;
    }
    return first;
}

}  // namespace

Direction direction_of(const RecordView& objective) {
    const FieldView written = objective[fields::objective::direction];
    if (written) {
        if (written.word() == "at-least") return Direction::at_least;
        return written.word() == "at-most" ? Direction::at_most : Direction::unknown;
    }
    const auto baseline = objective[fields::objective::baseline].number();
    const auto target = objective[fields::objective::target].number();
    if (!baseline || !target || *baseline == *target) return Direction::unknown;
    return *baseline < *target ? Direction::at_least : Direction::at_most;
}

std::optional<double> expected_value(const RecordView& objective, Date today) {
    const auto due = objective[fields::objective::due].date();
    const LastCheck last = last_measurement(objective, today);
    const auto value = last.entry[fields::objective::measurements.value].number();
    const FieldView first = first_measurement(objective);
    if (!due || !value || !first) return std::nullopt;
    const std::int32_t between = last.day->days - first[fields::objective::measurements.date].date()->days;
    if (between <= 0 || *due < *last.day) return std::nullopt;
    const double pace = (*value - *first[fields::objective::measurements.value].number()) / between;
    return *value + pace * (due->days - last.day->days);
}

Progress progress_of(const RecordView& objective, Date today) {
    const auto target = objective[fields::objective::target].number();
    const auto value = last_value(objective, today);
    if (!target || !value) return Progress::unknown;
    if (*value == *target) return Progress::met;
    const Direction direction = direction_of(objective);
    if (direction == Direction::unknown) return Progress::unknown;
    if (reaches(*value, *target, direction)) return Progress::met;
    const auto due = objective[fields::objective::due].date();
    if (due && *due < today) return Progress::missed;
    if (const auto expected = expected_value(objective, today))
        return reaches(*expected, *target, direction) ? Progress::on_course : Progress::off_course;
    const auto baseline = objective[fields::objective::baseline].number();
    // On the wrong side of where it began, or still there.
    if (baseline && !reaches(*baseline, *target, direction) && reaches(*baseline, *value, direction))
        return Progress::off_course;
    return Progress::on_course;
}

bool has_open_action(const RecordView& objective) {
    const FieldView actions = objective[fields::objective::actions];
    if (actions.invalid()) return true;
    for (const FieldView action : actions.children()) {
        const FieldView done = action[fields::objective::actions.done];
        if (action.invalid() || !done || done.invalid()) return true;
    }
    return false;
}

}  // namespace ims
