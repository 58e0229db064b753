#include <algorithm>
#include <array>

#include "check/rule.h"
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

// The keys that lead to a value; items of a list have none.
struct Path {
    const Path* up;
    std::string_view key;
    [[nodiscard]] std::string text() const {
        const std::string before = up == nullptr ? std::string() : up->text();
        return before + (before.empty() || key.empty() ? "" : ".") + std::string(key);
    }
};

// By the keys that lead to it, and as its kind calls it: a date is when something was held, found or measured.
FieldNames names_of(const RecordView& record, const FieldView& value, const std::string& path, Arena& arena) {
    const Schema& schema = record.graph().schema();
    const FieldSpec* spec = schema.spec(record.kind(), value.field());
    const bool called = spec != nullptr && !spec->title.empty();
    return {arena.copy(path), called ? spec->title : schema.title(value.field())};
}

void look(const RecordView& record, const FieldView& value, const Path* up, const CheckContext& context,
          Reporter& report) {
    const Path path{up, value.key()};
    if (value.is(ValueType::map) || value.is(ValueType::list)) {
        for (const FieldView child : value.children()) look(record, child, &path, context, report);
        return;
    }
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
        for (const FieldView value : record.written()) look(record, value, nullptr, context, report);
    }
}

}  // namespace ims::rules::future_date
