#include "assess/needs/parts.h"

namespace ims {

Parts::Parts(const Graph& graph, const RecordIndex& places)
    : graph_(&graph), closure_(graph.of_kind(kinds::process), places, [&](RecordId whole, const auto& visit) {
          visit_parts(graph, whole, visit);
      }) {}

std::vector<RecordId> Parts::all(RecordId process) const {
    return those(process, [](RecordId) { return true; });
}

}  // namespace ims
