#include <algorithm>
#include <array>

#include "check/written_values.h"
#include "schema/fields.h"

namespace ims::rules::future_date {
namespace {

// Fields that tell of what is done; the same name means the same in every kind that has it.
constexpr std::array kPast = {Field(fields::review.last),
                              Field(fields::asset::backup.restore_tested),
                              Field(fields::asset::maintenance.last),
                              Field(fields::asset::calibration.last),
                              Field(fields::audit::done),
                              Field(fields::document::approved.date),
                              Field(fields::incident::known),
                              Field(fields::incident::classified),
                              Field(fields::incident::notified.at),
                              Field(fields::incident::not_notifiable.date),
                              Field(fields::control::verifications.date),
                              Field(fields::exercise::date),
                              Field(fields::incident::known),
                              Field(fields::incident::classified),
                              Field(fields::incident::notified.at),
                              Field(fields::incident::not_notifiable.date),
                              Field(fields::management_review::decisions.done),
                              Field(fields::nonconformity::action.done),
                              Field(fields::nonconformity::effectiveness.date),
                              Field(fields::objective::actions.done),
                              Field(fields::objective::measurements.date),
                              Field(fields::supplier::evaluations.date),
                              Field(fields::risk::accepted.date)};

// The day of an exercise or a management review that is only planned; in a folder's own kinds it may mean anything.
bool may_lie_ahead(const RecordView& record, const FieldView& value) {
    if (value.field() != fields::exercise::date) return false;
    constexpr std::array kHappened = {kinds::exercise, kinds::incident, kinds::management_review, kinds::nonconformity};
    return record.status() == Status::draft || std::ranges::find(kHappened, record.kind()) == kHappened.end();
}

void look(const RecordView& record, const FieldView& value, const KeyPath& path, const CheckContext& context,
          Reporter& report) {
    const auto date = value.date();
    if (!date || *date <= context.today) return;
    if (std::ranges::find(kPast, value.field()) == kPast.end() || may_lie_ahead(record, value)) return;
    report
        .at(record, value,
            "[[{0} of {1} {2} is {3}, which is still to come|{1} {2} gives a day still to come for something that was "
            "done: {0} {3}]]",
            names_of(record, value, path.text(), report.arena()), record.kind(), record, *date)
        .field(path.text())
        .key(to_string(*date))
        .note("today is {}[[; this field says when something was done]]", context.today)
        .help(
            "correct the day[[; what is only planned belongs under `due`, `next` or `planned`|, or say that it is only "
            "planned]]");
}

}  // namespace

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (record.retired()) continue;
        for_each_scalar(
            record, [&](const FieldView& value, const KeyPath& path) { look(record, value, path, context, report); });
    }
}

}  // namespace ims::rules::future_date
