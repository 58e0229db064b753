#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::self_reference {
namespace {

bool forbids_itself(const Schema& schema, const RecordView& record, Field field) {
    const ReferenceSpec* spec = schema.reference(record.kind(), field);
    return spec != nullptr && (spec->not_self || spec->tree);
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
                    fmt::format("{} {} names `{}` as an alternative to itself", record.kind_name(), ticked(record),
                                visible(record.graph()[what].name())))
                .help("name what could stand in for it, or take this out")
                .field(fmt::format("needs.alternatives[{}]", record.graph()[what].name()));
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
            const std::string_view path = context.graph.schema().path(edge.field);
            report
                .at(record, context.graph.written(id, edge),
                    fmt::format("{} {} names itself under `{}`", record.kind_name(), ticked(record), path))
                .help(fmt::format("name another {}, or take this out", record.kind_name()))
                .field(std::string(path));
        }
    }
}

}  // namespace ims::rules::self_reference
