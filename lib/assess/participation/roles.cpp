#include "assess/participation/roles.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {

std::vector<RecordId> included_roles(const Graph& graph, RecordId role) {
    std::vector<RecordId> order = {role};
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (const RecordView included : graph[order[next]].linked(fields::role::includes)) {
            // What a draft says is no evidence.
            if (included.active() && std::ranges::find(order, included.record()) == order.end())
                order.push_back(included.record());
        }
    }
    order.erase(order.begin());
    return order;
}

}  // namespace ims
