#include "assess/participation/leads.h"

#include "schema/fields.h"

namespace ims {

RecordId lead_of(const Graph& graph, Discipline discipline) {
    const RecordView settings = graph[graph.settings_record()];
    for (const FieldView entry : settings[fields::ims::disciplines].children()) {
        if (entry.key() != graph.settings().name(discipline)) continue;
        const auto lead = target_of(graph, entry[fields::ims::disciplines.lead]);
        return lead ? lead->record() : RecordId();
    }
    return {};
}

std::vector<RecordId> top_management(const Graph& graph) {
    std::vector<RecordId> roles;
    for (const RecordView role : graph[graph.settings_record()].linked(fields::ims::top_management)) {
        roles.push_back(role.record());
    }
    return roles;
}

}  // namespace ims
