#include "assess/overview/plans_by_who.h"

#include "schema/fields.h"

namespace ims {

std::map<RecordId, std::vector<RecordId>> plans_by_who(const Graph& graph) {
    namespace own = fields::plan;
    std::map<RecordId, std::vector<RecordId>> plans;
    for (const RecordId id : graph.of_kind(kinds::plan)) {
        const RecordView plan = graph[id];
        if (!plan.active()) continue;
        const auto add = [&](RecordId who) {
            std::vector<RecordId>& of_them = plans[who];
            if (of_them.empty() || of_them.back() != id) of_them.push_back(id);
        };
        const auto add_named = [&](const FieldView& field) {
            if (const auto target = target_of(graph, field)) add(target->record());
        };
        for (const FieldView entry : plan[own::calls].children()) add_named(entry[own::calls.who]);
        for (const FieldView entry : plan[own::steps].children()) add_named(entry[own::steps.by]);
        for (const RecordView member : plan.linked(own::team)) add(member.record());
        for (const RecordView owner : plan.linked(fields::owner)) add(owner.record());
    }
    return plans;
}

}  // namespace ims
