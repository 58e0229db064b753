#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"

namespace ims::rules::self_reference {
namespace {

bool forbids_itself(const Schema& schema, const RecordView& record, Field field) {
    const ReferenceSpec* spec = schema.reference(record.kind(), field);
    return spec != nullptr && (spec->not_self || spec->tree);
}

}  // namespace

// Retired records too: `replaced_by` is a field of theirs.
void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
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
