#include "assess/needs/parts.h"

#include "assess/records/reach.h"
#include "schema/fields.h"

namespace ims {

std::vector<RecordId> parts_of(const Graph& graph, RecordId process) {
    return reach(process, [&](RecordId whole, const auto& visit) {
        for (const Edge& edge : graph.references_to(whole)) {
            if (edge.field == fields::process::part_of && graph[edge.other].active()) visit(edge.other);
        }
    });
}

}  // namespace ims
