#include "assess/performance/policies.h"

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

bool is_approved_policy(const RecordView& document) {
    return document.active() && document.word(fields::document::type) == "policy" &&
           document.has(fields::document::approved);
}

std::optional<bool> approved_from_the_top(const RecordView& document) {
    const Graph& graph = document.graph();
    const FieldView top = graph[graph.settings_record()][fields::ims::top_management];
    const auto by = target_of(graph, document[fields::document::approved][fields::document::approved.by]);
    if (!top || top.invalid() || !by) return std::nullopt;
    bool unsure = false;
    for (const FieldView role : top.children()) {
        if (role.target() == by->record()) return true;
        unsure = unsure || !role.target().known();
    }
    if (unsure || graph.may_be_unread(kinds::person) || graph.may_be_unread(kinds::role)) return std::nullopt;
    if (by->is(kinds::person)) return holds_one_of(*by, top);
    const LinkedRecords people = by->linked(fields::role::people);
    return people.size() == 1 && holds_one_of(*people.begin(), top);
}

}  // namespace ims
