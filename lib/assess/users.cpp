#include "assess/users.h"

#include <algorithm>
#include <unordered_set>

namespace ims {

std::vector<RecordId> processes_using(const Graph& graph, const Facts& facts, RecordId needed) {
    std::vector<RecordId> processes;
    std::vector<RecordId> order = {needed};
    std::unordered_set<RecordId> seen = {needed};
    const auto look = [&](RecordId user, RecordId thing) {
        if (!graph[user].active() || !std::ranges::binary_search(facts.direct_needs(user), thing)) return;
        if (!seen.insert(user).second) return;
        order.push_back(user);
        if (facts.process(user) != nullptr) processes.push_back(user);
    };
    for (std::size_t next = 0; next < order.size() && order.size() <= Facts::kMostNeeds; ++next) {
        const RecordId thing = order[next];
        for (const Edge& edge : graph.references_to(thing)) look(edge.other, thing);
        // An asset or a site may name its processes instead.
        for (const Edge& edge : graph.edges(thing)) look(edge.other, thing);
    }
    return processes;
}

}  // namespace ims
