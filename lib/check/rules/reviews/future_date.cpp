#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Fields that tell of what is done; the same name means the same in every kind that has it.
constexpr std::array kPast = {Field(fields::review.last),
                              Field(fields::asset::backup.restore_tested),
                              Field(fields::asset::maintenance.last),
                              Field(fields::asset::calibration.last),
                              Field(fields::audit::done),
                              Field(fields::document::approved.date),
                              Field(fields::control::verifications.date),
                              Field(fields::exercise::date),
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
            fmt::format("`{}` of {} `{}` is {}, which is still to come", path.text(), record.kind_name(),
                        visible(record.id()), to_string(*date)))
        .field(path.text())
        .key(to_string(*date))
        .note(fmt::format("today is {}; this field says when something was done", to_string(context.today)))
        .help("correct the day; what is only planned belongs under `due`, `next` or `planned`");
}

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (record.retired()) continue;
        for (const FieldView value : record.written()) look(record, value, nullptr, context, report);
    }
}

}  // namespace

IMS_DEFINE_RULE(future_date) = {
    .check_folder = check,
    .page =
        R"(A field that says when something was done holds a day after today: a review, an approval, an acceptance, an evaluation, a
verification, a measurement, a maintenance or calibration, a restore test, an exercise, an incident, a nonconformity, an
audit that is `done`, a management review, an action that is `done`. Days that lie ahead by their nature, such as `due`,
`next`, `until`, `ends`, `planned`, `effective` and `valid_until`, may lie in the future. So may the `date` of a draft: an
exercise or a management review that is only planned.

## Why it matters

It cannot have happened yet. Mostly a month or a year is mistyped, and then the record counts as current for a year too
long, or evidence is claimed that does not exist. Every standard asks that what is kept as evidence be reliable (clause
7.5.3).

## How to mend it

Correct the day. If it was a plan, write it where plans go: `review.next` instead of `review.last`, `due` instead of `done`,
`planned` of an audit, `status: draft` for an exercise to come. If the day is right, look at the clock of the computer, and
at `--today` in the command.

An impossible day cannot be accepted: this rule takes no exception and no other grade.
)",
    .bad = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
review: {last: 2027-01-12}
)",
    .good = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
review: {last: 2026-01-12}
)"};

}  // namespace ims
