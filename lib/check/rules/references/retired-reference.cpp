#include <optional>
#include <string>

#include "assess/dates/history.h"
#include "check/rule.h"
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
    // What ims.yaml says, for itself or as a default, is one mistake and no single record's.
    const bool of_settings = value.inherited() || record.record() == context.graph.settings_record();
    FindingBuilder finding =
        of_settings
            ? report.whole(value.span(), "[[|the settings of this folder name ]]{} {}[[ is|, which is]] retired",
                           retired.kind(), retired)
        : retired.is(kinds::person)
            ? report.at(record, value, "[[{0} {1} is retired|{2} {3} names {1}, who is no longer there]]",
                        retired.kind(), retired, record.kind(), record)
            : report.at(record, value, "[[{0} {1} is retired|{2} {3} names {0} {1}, which is retired]]", retired.kind(),
                        retired, record.kind(), record);
    finding.field(std::string(context.graph.schema().path(edge.field))).key(std::string(value.text()));
    finding.because(retired.record());
    if (const FieldView status = retired[fields::status]) finding.label(status.span(), "retired here");
    const auto other = successor(context.graph, retired);
    if (!other || other->record() == record.record()) {
        if (retired.is(kinds::person)) {
            finding.help(
                "[[name another {0} that is in force, or take this one out|put somebody else there, or nobody]]",
                retired.kind());
        } else {
            finding.help("[[name another {0} that is in force|put another {0} in its place]], or take this one out",
                         retired.kind());
        }
        return;
    }
    const bool with_kind = value.text().find('/') != std::string_view::npos;
    const bool whole = with_kind || !other->is(retired.kind());
    finding.help("name {} instead, which replaced it",
                 whole ? report.say("{}", full(*other)) : report.say("{}", *other));
    if (other->unread()) return;
    finding.fix(fix_that_writes(value.span(), whole ? other->name().text() : std::string(other->id()), report.arena()));
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
