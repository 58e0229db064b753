#include "assess/performance/nonconformities.h"

#include "assess/dates/intervals.h"
#include "schema/fields.h"

namespace ims {

namespace own = fields::nonconformity;

bool is_lapse(const RecordView& nonconformity) {
    const std::string_view grade = nonconformity.word(own::grade);
    return grade == "major" || grade == "minor";
}

bool is_action_overdue(const RecordView& nonconformity, Date today) {
    const FieldView action = nonconformity[own::action];
    return is_overdue(action[own::action.due], action[own::action.done], today);
}

std::optional<Date> effectiveness_due(const RecordView& nonconformity, Date today) {
    const auto done = nonconformity[own::action][own::action.done].date();
    if (!nonconformity.active() || !is_lapse(nonconformity) || !done || *done > today) return std::nullopt;
    const FieldView effectiveness = nonconformity[own::effectiveness];
    const FieldView set = effectiveness[own::effectiveness.date];
    const FieldView result = effectiveness[own::effectiveness.result];
    if (effectiveness.invalid() || result.invalid() || set.invalid()) return std::nullopt;
    const bool before = set && *set.date() < *done;  // of an earlier action, or planned before it was late
    if (result && !before) return std::nullopt;
    if (set && !before) return set.date();
    return add(*done, nonconformity.graph().settings().review_soon);
}

bool is_open(const RecordView& nonconformity) {
    if (!nonconformity.active()) return false;
    const FieldView result = nonconformity[own::effectiveness][own::effectiveness.result];
    if (result) return result.word() != "effective";
    return is_lapse(nonconformity) || !nonconformity[own::action][own::action.done];
}

}  // namespace ims
