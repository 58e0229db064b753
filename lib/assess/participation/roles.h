// What roles take over from other roles.
#pragma once

#include <vector>

#include "assess/records/closure.h"
#include "assess/records/record_index.h"
#include "assess/records/record_set.h"
#include "link/graph.h"
#include "schema/fields.h"

namespace ims {

// The roles in force that a role includes, to any depth, nearest first, without itself; a circle ends. Only such are
// walked through for which `wanted(role)` holds.
template <class Wanted>
std::vector<RecordId> included_roles(const Graph& graph, RecordId role, const Wanted& wanted) {
    std::vector<RecordId> order = {role};
    RecordSet seen;
    seen.insert(role);
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (const RecordView included : graph[order[next]].linked(fields::role::includes)) {
            // What a draft says is no evidence.
            if (included.active() && wanted(included.record()) && seen.insert(included.record()))
                order.push_back(included.record());
        }
    }
    order.erase(order.begin());
    return order;
}
std::vector<RecordId> included_roles(const Graph& graph, RecordId role);

// From each role to those that it includes. `places`: see RecordIndex::by_kind.
Closure find_included(const Graph& graph, const RecordIndex& places);

}  // namespace ims
