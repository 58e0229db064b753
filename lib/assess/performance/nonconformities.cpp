#include "assess/performance/nonconformities.h"

#include "assess/dates/intervals.h"
#include "schema/fields.h"

namespace ims {

bool is_lapse(const RecordView& nonconformity) {
    const std::string_view grade = nonconformity.word(fields::nonconformity::grade);
    return grade == "major" || grade == "minor";
}

bool is_action_overdue(const RecordView& nonconformity, Date today) {
    const FieldView action = nonconformity[fields::nonconformity::action];
    return is_overdue(action[fields::nonconformity::action.due], action[fields::nonconformity::action.done], today);
}

std::optional<Date> effectiveness_due(const RecordView& nonconformity, Date today) {
    const auto done = nonconformity[fields::nonconformity::action][fields::nonconformity::action.done].date();
    if (!nonconformity.active() || !is_lapse(nonconformity) || !done || *done > today) return std::nullopt;
    const FieldView effectiveness = nonconformity[fields::nonconformity::effectiveness];
    const FieldView set = effectiveness[fields::nonconformity::effectiveness.date];
    const FieldView result = effectiveness[fields::nonconformity::effectiveness.result];
    if (effectiveness.invalid() || result.invalid() || set.invalid()) return std::nullopt;
    const bool before = set && *set.date() < *done;  // of an earlier action, or planned before it was late
    if (result && !before) return std::nullopt;
    if (set && !before) return set.date();
    return add(*done, nonconformity.graph().settings().review_soon);
}

bool is_open(const RecordView& nonconformity) {
    if (!nonconformity.active()) return false;
    const FieldView result =
        nonconformity[fields::nonconformity::effectiveness][fields::nonconformity::effectiveness.result];
    if (result) return result.word() != "effective";
    return is_lapse(nonconformity) || !nonconformity[fields::nonconformity::action][fields::nonconformity::action.done];
}

}  // namespace ims
