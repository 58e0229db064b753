#include "assess/participation/roles.h"

namespace ims {

std::vector<RecordId> included_roles(const Graph& graph, RecordId role) {
    return included_roles(graph, role, [](RecordId) { return true; });
}

Closure find_included(const Graph& graph, const RecordIndex& places) {
    return {graph.of_kind(kinds::role), places, [&](RecordId role, const auto& visit) {
                for (const RecordView included : graph[role].linked(fields::role::includes)) {
                    if (included.active()) visit(included.record());
                }
            }};
}

}  // namespace ims
