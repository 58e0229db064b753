#include <fmt/format.h>

#include "assess/dates/history.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::retired_reference {
namespace {

// These fields tell of the past by their meaning.
bool tells_of_the_past(Field field) {
    return field == fields::replaced_by || field == fields::document::supersedes ||
           field == fields::document::superseded_by || field == fields::document::approved.by ||
           field == fields::nonconformity::repeats;
}

// The record that stands in for a retired one, over several steps where need be.
std::optional<RecordView> successor(const Graph& graph, RecordView record) {
    for (std::size_t steps = 0; steps < 100; ++steps) {
        const RecordId next = record[fields::replaced_by].target();
        if (!next.known()) return std::nullopt;
        record = graph[next];
        if (!record.retired()) return record;
    }
    return std::nullopt;
}

// An entry that says who does something: `owner`, until it is `done`.
bool is_open_duty(const FieldView& entry, Field owner, Field done, const FieldView& value) {
    return entry[owner] && entry[owner].index() == value.index() && !entry[done];
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

void check_edge(const CheckContext& context, const RecordView& record, const Edge& edge, Reporter& report) {
    const RecordView retired = context.graph[edge.other];
    const FieldView value = context.graph.written(record.record(), edge);
    if (tells_of_the_past(edge.field) || (is_history(record) && !names_open_duty(record, value))) return;
    std::string message = fmt::format("{} {} is retired", retired.kind_name(), ticked(retired));
    // What ims.yaml says, for itself or as a default, is one mistake and no single record's.
    const bool of_settings = value.inherited() || record.record() == context.graph.settings_record();
    FindingBuilder finding =
        of_settings ? report.whole(value.span(), std::move(message)) : report.at(record, value, std::move(message));
    finding.field(std::string(context.graph.schema().path(edge.field))).key(std::string(value.text()));
    finding.because(retired.record());
    if (const FieldView status = retired[fields::status]) finding.label(status.span(), "retired here");
    const auto other = successor(context.graph, retired);
    if (!other || other->record() == record.record()) {
        finding.help(fmt::format("name another {} that is in force, or take this one out", retired.kind_name()));
        return;
    }
    const bool with_kind = value.text().find('/') != std::string_view::npos;
    const std::string name = with_kind || !other->is(retired.kind()) ? other->name() : std::string(other->id());
    finding.help(fmt::format("name `{}` instead, which replaced it", visible(name)));
    if (!other->unread()) finding.fix(fix_that_writes(value.span(), name));
}

void check_record(const CheckContext& context, RecordId id, Reporter& report) {
    const RecordView record = context.graph[id];
    if (record.retired()) return;
    for (const Edge& edge : context.graph.edges(id)) {
        if (!edge.inverted && context.graph[edge.other].retired()) check_edge(context, record, edge, report);
    }
}

}  // namespace

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    check_record(context, context.graph.settings_record(), report);
    for (const RecordId id : context.graph.all()) check_record(context, id, report);
}

}  // namespace ims::rules::retired_reference
