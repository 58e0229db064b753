#include "assess/performance/objectives.h"

#include <algorithm>

#include "assess/dates/last_check.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool reaches(double value, double target, Direction direction) {
    return direction == Direction::at_least ? value >= target : value <= target;
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

Course course_of(const RecordView& objective, Date today, Arena& arena) {
    namespace own = fields::objective;
    const auto unknown = [](Message why) { return Course{Progress::unknown, why}; };
    const FieldView written = objective[own::target];
    const auto target = written.number();
    if (!target) return unknown(written ? Message("its target could not be read") : Message("no target"));
    const LastCheck last = last_measurement(objective, today);
    if (objective[own::measured_every].invalid()) return unknown("the interval of its measurements could not be read");
    if (!last.certain) return unknown("a measurement has no day that could be read");
    if (!last.day)
        return unknown(objective.has(own::measurements) ? Message("no measurement up to today")
                                                        : Message("never measured"));
    const auto value = last.entry[own::measurements.value].number();
    if (!value) return unknown(make_message(arena, "the value of {} could not be read", *last.day));
    const FieldView day = objective[own::due];
    // Once its day has passed, it need not be measured for ever.
    if (last.late(std::min(today, day.date().value_or(today)))) {
        return unknown(make_message(arena, "last measured on {}, and due again by {}", *last.day, *last.due));
    }
    if (*value == *target) return {Progress::met, {}};
    const Direction direction = direction_of(objective);
    if (direction == Direction::unknown) {
        const bool wrong = objective[own::direction].invalid() || objective[own::baseline].invalid();
        return unknown(wrong ? Message("its direction could not be read")
                             : Message("it does not say which side of the target is good"));
    }
    if (reaches(*value, *target, direction)) return {Progress::met, {}};
    if (day.invalid()) return unknown("the day of its target could not be read");
    if (!day || *day.date() < today) return {Progress::missed, {}};
    const auto expected = expected_value(objective, today);
    if (!expected) return unknown("it takes two measurements to see whether the target will be reached");
    return {reaches(*expected, *target, direction) ? Progress::on_course : Progress::off_course, {}};
}

Progress progress_of(const RecordView& objective, Date today) {
    Arena unsaid;
    return course_of(objective, today, unsaid).progress;
}

bool is_standing(const RecordView& objective) {
    return objective.has(fields::objective::target) && !objective.has(fields::objective::due);
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
