#include "assess/dates/history.h"

#include "schema/fields.h"

namespace ims {
namespace {

// These fields tell of the past by their meaning.
bool tells_of_the_past(Field field) {
    return field == fields::replaced_by || field == fields::document::supersedes ||
           field == fields::document::superseded_by || field == fields::document::approved.by ||
           field == fields::nonconformity::repeats;
}

// An entry that says who does something: `owner`, until it is `done`.
bool is_open_duty(const FieldView& entry, Field owner, Field done, const FieldView& value) {
    return entry[owner] && entry[owner].index() == value.index() && !entry[done];
}

// What somebody has done for an objective stays done.
bool names_done_duty(const RecordView& record, const FieldView& value) {
    constexpr auto kActions = fields::objective::actions;
    for (const FieldView action : record[kActions].children()) {
        if (action[kActions.owner] && action[kActions.owner].index() == value.index())
            return bool(action[kActions.done]);
    }
    return false;
}

// Who still has something to do must be there, though the rest of the record is history.
bool names_open_duty(const RecordView& record, const FieldView& value) {
    constexpr auto kAction = fields::nonconformity::action;
    constexpr auto kDecisions = fields::management_review::decisions;
    const FieldView action = record[kAction];
    if (is_open_duty(action, kAction.owner, kAction.done, value)) return true;
    for (const FieldView decision : record[kDecisions].children()) {
        if (is_open_duty(decision, kDecisions.owner, kDecisions.done, value)) return true;
    }
    return false;
}

}  // namespace

bool is_history(const RecordView& record) {
    if (record.is(kinds::audit)) return record.has(fields::audit::done);
    // One that is only planned has yet to be.
    if (record.is(kinds::exercise)) return record.has(fields::exercise::date);
    return record.is(kinds::incident) || record.is(kinds::nonconformity) || record.is(kinds::change) ||
           record.is(kinds::management_review);
}

bool names_what_was(const RecordView& record, Field field, const FieldView& value) {
    return tells_of_the_past(field) || names_done_duty(record, value) ||
           (is_history(record) && !names_open_duty(record, value));
}

bool stays_with_what_it_names(KindId kind, Field field) {
    return field == fields::risk::accepted.by || field == fields::exceptions.by ||
           (kind == kinds::person && field == fields::person::competences.competence);
}

}  // namespace ims
