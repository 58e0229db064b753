#include <algorithm>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::orphan_record {
namespace {

// Another rule says more of these where they stand alone (idle-control, risk-without-process, …), or they stand alone
// by their nature: a catalogue, what was decided for it, a review.
constexpr KindId kSpared[] = {
    kinds::process, kinds::role,     kinds::risk,     kinds::control,       kinds::obligation,
    kinds::asset,   kinds::incident, kinds::standard, kinds::applicability, kinds::management_review};

// A reference that leads nowhere was reported, and one that inherits its value still is one.
bool names_another(const Graph& graph, const RecordView& record) {
    if (!graph.edges(record.record()).empty()) return true;
    const Value* values = graph.values(record.file());
    const Record& data = graph.record(record.record());
    for (std::uint32_t index = data.first; index < data.last; ++index) {
        const ValueType type = values[index].type;
        if (type == ValueType::reference || type == ValueType::invalid) return true;
    }
    return false;
}

bool is_named(const Graph& graph, RecordId record) {
    return std::ranges::any_of(graph.references_to(record),
                               [&](const Edge& edge) { return !graph[edge.other].retired(); });
}

}  // namespace

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    // What could not be read may name any of them.
    if (graph.anything_unread()) return;
    for (const RecordId id : graph.all()) {
        const RecordView record = graph[id];
        const bool spared = std::ranges::find(kSpared, record.kind()) != std::end(kSpared);
        // A clause is a link too; a draft is still being written.
        if (spared || !record.active() || record.has(fields::clauses)) continue;
        if (names_another(graph, record) || is_named(graph, id)) continue;
        report
            .on(record,
                "{} {} stands alone: [[it names no other record, and none names it|it is linked to nothing, and "
                "nothing to it]]",
                record.kind(), record)
            .help("link it where it belongs, give it an [[`owner`|owner]], or [[delete|drop]] it if nobody needs it");
    }
}

}  // namespace ims::rules::orphan_record
