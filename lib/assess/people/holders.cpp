#include "assess/people/holders.h"

#include "assess/people/said_of_holders.h"
#include "assess/records/closure.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Nothing is said of who holds it: those who hold a role that includes it do.
bool is_left_to_others(const RecordView& role, const Holders& holders) {
    return !holders.vacant() && !holders.named() && !holders.known && !is_said_who_holds(role);
}

// Roles in force that include it; none of them is certain where one could not be read.
struct TakenOverBy {
    std::vector<RecordId> roles;
    bool unread = false;
};

TakenOverBy taken_over_by(const Graph& graph, RecordId role) {
    TakenOverBy out;
    for (const Edge& edge : graph.references_to(role)) {
        if (edge.field != fields::role::includes) continue;
        const RecordView other = graph[edge.other];
        if (other.active()) out.roles.push_back(edge.other);
        out.unread = out.unread || (other.unread() && !other.retired());
    }
    return out;
}

}  // namespace

RecordTable<Behind> find_behind(const Graph& graph, const RecordIndex& places,
                                const std::function<const Holders&(RecordId)>& holders) {
    const Closure taking_over(graph.of_kind(kinds::role), places, [&](RecordId role, const auto& visit) {
        if (!is_left_to_others(graph[role], holders(role))) return;
        for (const RecordId other : taken_over_by(graph, role).roles) visit(other);
    });
    return taking_over.gather([&](RecordId role) {
        const Holders& all = holders(role);
        Behind behind;
        if (is_left_to_others(graph[role], all)) {
            const TakenOverBy others = taken_over_by(graph, role);
            behind.several = others.unread || others.roles.empty();
        } else if (all.named()) {
            for (const RecordId person : all.people) behind = behind | Behind{person};
        } else {
            behind.several = !all.vacant();
        }
        return behind;
    });
}

}  // namespace ims
