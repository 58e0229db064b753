#include "assess/needs/users.h"

#include <algorithm>
#include <utility>

#include "assess/records/reach.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool is_process_in_force(const Graph& graph, RecordId record) {
    return graph[record].is(kinds::process) && graph[record].active();
}

std::vector<RecordId> processes_in_force(const Graph& graph, std::vector<RecordId> users) {
    std::erase_if(users, [&](RecordId user) { return !is_process_in_force(graph, user); });
    return users;
}

}  // namespace

std::vector<RecordId> processes_needing(const Graph& graph, const NeedGraph& needs, RecordId thing) {
    std::vector<RecordId> users = reach(thing, [&](RecordId needed, const auto& visit) {
        for (const RecordId user : needs.users(needed)) visit(user);
    });
    users = processes_in_force(graph, std::move(users));
    std::ranges::sort(users);
    return users;
}

std::vector<RecordId> processes_using(const Graph& graph, const NeedGraph& needs, RecordId thing) {
    const auto in_force = [&](RecordId user, RecordId needed) {
        return graph[user].active() && std::ranges::binary_search(needs.direct(user), needed);
    };
    return processes_in_force(graph, reach(thing, [&](RecordId needed, const auto& visit) {
                                  for (const Edge& edge : graph.references_to(needed)) {
                                      if (in_force(edge.other, needed)) visit(edge.other);
                                  }
                                  // An asset or a site may name its processes instead.
                                  for (const Edge& edge : graph.edges(needed)) {
                                      if (in_force(edge.other, needed)) visit(edge.other);
                                  }
                              }));
}

}  // namespace ims
