#include <optional>
#include <string>

#include <fmt/format.h>

#include "check/fixes.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::self_reference {
namespace {

bool forbids_itself(const Schema& schema, const RecordView& record, Field field) {
    const ReferenceSpec* spec = schema.reference(record.kind(), field);
    return spec != nullptr && (spec->not_self || spec->tree);
}

std::optional<Fix> fix_that_takes_out(const RecordView& record, const FieldView& value, Reporter& report) {
    auto operation = removal_of(record, value);
    if (!operation) return std::nullopt;
    return Fix{report.say("take {} out", quoted(value.text(), 60)), Fix::Safety::unsafe, {std::move(*operation)}};
}

// What is needed cannot stand in for itself.
void check_alternatives(const RecordView& record, Reporter& report) {
    namespace own = fields::process;
    for (const FieldView entry : record[own::needs].children()) {
        const RecordId what = entry[own::needs.what].target();
        for (const FieldView alternative : entry[own::needs.alternatives].children()) {
            if (!what.known() || alternative.target() != what || what == record.record()) continue;
            report
                .at(record, alternative,
                    "{0} {1} [[names {2} as an alternative to itself|counts on {2} to stand in for {2} itself]]",
                    record.kind(), record, full(what))
                .help("name what could stand in for it, or take this out")
                .fix(fix_that_takes_out(record, alternative, report))
                .field(fmt::format("needs.alternatives[{}]", record.graph()[what].name().text()));
        }
    }
}

// `needs` is one field, whatever the kind of its record.
bool has_needs(const RecordView& record) {
    return record.is(kinds::process) || record.is(kinds::asset) || record.is(kinds::supplier) || record.is(kinds::site);
}

}  // namespace

// Retired records too: `replaced_by` is a field of theirs.
void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (has_needs(record)) check_alternatives(record, report);
        for (const Edge& edge : context.graph.edges(id)) {
            if (edge.other != id || edge.inverted || !forbids_itself(context.graph.schema(), record, edge.field))
                continue;
            for (const FieldView place : context.graph.places(id, edge)) {
                report
                    .at(record, place, "{0} {1} names itself [[under {2}|where another one is meant ({2})]]",
                        record.kind(), record, full(edge.field))
                    .help("name another {}, or take this out", record.kind())
                    .fix(fix_that_takes_out(record, place, report))
                    .field(std::string(context.graph.schema().path(edge.field)));
            }
        }
    }
}

}  // namespace ims::rules::self_reference
