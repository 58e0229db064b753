#include "assess/participation/leads.h"

#include "schema/fields.h"

namespace ims {
namespace {

bool holds_one_of(const RecordView& person, const FieldView& roles) {
    for (const FieldView role : roles.children()) {
        if (person.links_to(fields::person::roles, role.target())) return true;
    }
    return false;
}

}  // namespace

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

std::optional<bool> is_of_the_top(const RecordView& role_or_person) {
    const Graph& graph = role_or_person.graph();
    const FieldView top = graph[graph.settings_record()][fields::ims::top_management];
    if (!top || top.invalid()) return std::nullopt;
    bool unsure = false;
    for (const FieldView role : top.children()) {
        if (role.target() == role_or_person.record()) return true;
        unsure = unsure || !role.target().known();
    }
    if (unsure || graph.may_be_unread(kinds::person) || graph.may_be_unread(kinds::role)) return std::nullopt;
    if (role_or_person.is(kinds::person)) return holds_one_of(role_or_person, top);
    const LinkedRecords people = role_or_person.linked(fields::role::people);
    return people.size() == 1 && holds_one_of(*people.begin(), top);
}

}  // namespace ims
