#include "assess/performance/shared_with_parts.h"

#include <utility>
#include <vector>

#include "schema/fields.h"

namespace ims {
namespace {

// A draft is no evidence.
Anywhere is_measured(const RecordView& process) {
    for (const RecordView objective : process.linked(fields::process::objectives)) {
        if (objective.active()) return {true};
    }
    return {};
}

}  // namespace

SharedWithParts find_shared_with_parts(const Graph& graph, const Parts& parts, const RecordIndex& places) {
    const auto processes = graph.of_kind(kinds::process);
    const auto measured = [&](RecordId process) { return is_measured(graph[process]); };
    const RecordTable<Anywhere> below = parts.closure().gather(measured);
    const Closure wholes(processes, places, [&](RecordId process, const auto& visit) {
        if (const auto whole = target_of(graph, graph[process][fields::process::part_of])) visit(whole->record());
    });
    const RecordTable<Anywhere> above = wholes.gather(measured);
    std::vector<Anywhere> either;
    either.reserve(processes.size());
    for (const RecordId process : processes) either.push_back(below[process] | above[process]);
    return {.measured = {places, std::move(either), {}}, .gives_out = parts.closure().gather([&](RecordId process) {
                return Anywhere{graph[process].has(fields::process::outputs)};
            })};
}

}  // namespace ims
