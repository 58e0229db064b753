// Processes that are made of others.
#pragma once

#include <vector>

#include "assess/records/closure.h"
#include "assess/records/reach.h"
#include "assess/records/record_index.h"
#include "link/graph.h"
#include "schema/fields.h"

namespace ims {

class Parts {
public:
    Parts() = default;  // of no processes
    // `places`: see RecordIndex::by_kind.
    Parts(const Graph& graph, const RecordIndex& places);

    // The active parts of a process (part_of), to any depth, without itself, nearest first; at most about kMostReached.
    [[nodiscard]] std::vector<RecordId> all(RecordId process) const;
    // The same, where only such parts are walked through for which `wanted(part)` holds.
    template <class Wanted>
    [[nodiscard]] std::vector<RecordId> those(RecordId process, const Wanted& wanted) const {
        return reach(process, [&](RecordId whole, const auto& visit) {
            visit_parts(*graph_, whole, [&](RecordId part) {
                if (wanted(part)) visit(part);
            });
        });
    }
    // From each process that could be read to its parts.
    [[nodiscard]] const Closure& closure() const { return closure_; }

private:
    template <class Visit>
    static void visit_parts(const Graph& graph, RecordId whole, const Visit& visit) {
        for (const Edge& edge : graph.references_to(whole)) {
            if (edge.field == fields::process::part_of && graph[edge.other].active()) visit(edge.other);
        }
    }

    const Graph* graph_ = nullptr;
    Closure closure_;
};

}  // namespace ims
