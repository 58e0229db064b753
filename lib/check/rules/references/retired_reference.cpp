#include <fmt/format.h>

#include "assess/history.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
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
    std::string message = fmt::format("{} `{}` is retired", retired.kind_name(), visible(retired.id()));
    // What ims.yaml says, for itself or as a default, is one mistake and no single record's.
    const bool of_settings = value.inherited() || record.record() == context.graph.settings_record();
    FindingBuilder finding =
        of_settings ? report.whole(value.span(), std::move(message)) : report.at(record, value, std::move(message));
    finding.field(std::string(context.graph.schema().path(edge.field))).key(std::string(value.text()));
    if (const FieldView status = retired[fields::status]) finding.label(status.span(), "retired here");
    const auto other = successor(context.graph, retired);
    if (!other) {
        finding.help(fmt::format("name another {} that is in force, or take this one out", retired.kind_name()));
        return;
    }
    const bool with_kind = value.text().find('/') != std::string_view::npos;
    const std::string name = with_kind || !other->is(retired.kind()) ? other->name() : std::string(other->id());
    finding.help(fmt::format("name `{}` instead, which replaced it", visible(name)));
    if (!other->unread())
        finding.fix({fmt::format("write `{}`", visible(name)), Fix::Safety::unsafe, {{value.span(), name}}});
}

void check_record(const CheckContext& context, RecordId id, Reporter& report) {
    const RecordView record = context.graph[id];
    if (record.retired()) return;
    for (const Edge& edge : context.graph.edges(id)) {
        if (!edge.inverted && context.graph[edge.other].retired()) check_edge(context, record, edge, report);
    }
}

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    check_record(context, context.graph.settings_record(), report);
    for (const RecordId id : context.graph.all()) check_record(context, id, report);
}

}  // namespace

IMS_DEFINE_RULE(retired_reference) = {
    .check_folder = check,
    .page = R"(A record that is in force names one with `status: retired`. If the retired record says what replaced it
(`replaced_by`), the help line names that.

What tells of the past may name what was there then: what a document supersedes, who approved something, and audits that
are done, exercises, incidents, changes, nonconformities and management reviews. Only the owner of an action or decision
in these that is still open has to be there.

## Why it matters

A retired record takes no part: a control that is retired holds no risk, and a retired role owns nothing. The link looks
like an answer and is none. Responsibilities have to be assigned and kept up (harmonised clause 5.3), and changes have to
be carried through to all that they touch (harmonised clause 6.3).

## How to mend it

Name the record that took over, or take the reference out. Or was the other one retired by mistake? Then delete its
`status: retired`. When you retire a record, say under `replaced_by` what stands in for it: then each place that names it
can be mended in a moment.

To accept it, add an entry to `exceptions` of the record that names the retired one: `rule: retired-reference`, with
`reason`, `by` and `until`. To see it never, write `retired-reference: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
assets: [old-van]
# file: assets/old-van.yaml
asset: old-van
title: The blue van
type: vehicle
status: retired
replaced_by: van
# file: assets/van.yaml
asset: van
title: The electric van
type: vehicle
)",
    .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
assets: [van]
# file: assets/old-van.yaml
asset: old-van
title: The blue van
type: vehicle
status: retired
replaced_by: van
# file: assets/van.yaml
asset: van
title: The electric van
type: vehicle
)"};

}  // namespace ims
