#include <optional>
#include <string>

#include "assess/dates/history.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::retired_reference {
namespace {

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

// Whatever took its place, somebody has to look first: whoever accepted something, or was shown to be able to do it,
// did not do so under another name, and clauses of another edition are numbered otherwise. None where one may stand for
// the other.
std::optional<Message> what_people_do(const RecordView& record, const Edge& edge, const FieldView& value,
                                      const RecordView& other, Reporter& report) {
    if (edge.field == fields::risk::accepted.by || edge.field == fields::exceptions.by)
        return report.say("have it accepted anew by {}, which replaced it, or take it out", full(other));
    if (stays_with_what_it_names(record.kind(), edge.field))
        return report.say("look whether it shows {} too, which replaced it, and name that if so", full(other));
    const bool numbered = value.is(ValueType::text) || edge.field == fields::applicability::against;
    if (other.is(kinds::standard) && numbered)
        return report.say("look up what it is in {}, which replaced it, and name that", full(other));
    return std::nullopt;
}

void check_place(const CheckContext& context, const RecordView& record, const Edge& edge, const FieldView& value,
                 Reporter& report) {
    const RecordView retired = context.graph[edge.other];
    if (names_what_was(record, edge.field, value)) return;
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
    if (const auto by_hand = what_people_do(record, edge, value, *other, report)) {
        finding.help(*by_hand);
        return;
    }
    const bool with_kind = value.text().find('/') != std::string_view::npos;
    const bool whole = with_kind || !other->is(retired.kind());
    finding.help("name {} instead, which replaced it",
                 whole ? report.say("{}", full(*other)) : report.say("{}", *other));
    // What is still a draft stands in for nothing yet.
    if (!other->active()) return;
    finding.fix(fix_that_writes(value.span(), whole ? other->name().text() : std::string(other->id()), report.arena()));
}

void check_record(const CheckContext& context, RecordId id, Reporter& report) {
    const RecordView record = context.graph[id];
    if (record.retired()) return;
    for (const Edge& edge : context.graph.edges(id)) {
        if (edge.inverted || !context.graph[edge.other].retired()) continue;
        for (const FieldView place : context.graph.places(id, edge)) check_place(context, record, edge, place, report);
    }
}

}  // namespace

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    check_record(context, context.graph.settings_record(), report);
    for (const RecordId id : context.graph.all()) check_record(context, id, report);
}

}  // namespace ims::rules::retired_reference
