#include "assess/participation/responsibilities.h"

#include <string_view>

#include "assess/participation/roles.h"
#include "base/parallel.h"
#include "schema/fields.h"

namespace ims {
namespace {

Responsibility read(const Graph& graph, const Disciplines& disciplines, const FieldView& entry, RecordId role) {
    namespace own = fields::role;
    Responsibility out;
    out.entry = entry;
    out.stated_by = role;
    out.disciplines = entry[own::responsibilities.disciplines].disciplines();
    DisciplineSet of_about;
    for (const FieldView item : entry[own::responsibilities.about].children()) {
        out.specific = true;
        if (const auto about = target_of(graph, item)) of_about |= disciplines[about->record()];
    }
    if (!entry[own::responsibilities.disciplines]) out.disciplines = of_about;
    for (const FieldView item : entry[own::responsibilities.processes].children()) {
        out.specific = true;
        if (const RecordId target = item.target(); target.known()) out.processes.push_back(target);
    }
    const FieldView level = entry[own::responsibilities.level];
    out.answers = !level || level.invalid() || level.word() == "responsible" || level.word() == "accountable";
    // Nobody answers for what nobody has put in words yet.
    if (!entry[own::responsibilities.does]) out.answers = false;
    // Named processes that could not be read or found: it is for those, not for every process.
    if (out.processes.empty() && entry[own::responsibilities.processes]) out.answers = false;
    return out;
}

}  // namespace

Responsibilities find_responsibilities(const Graph& graph, const Disciplines& disciplines, const RecordIndex& places,
                                       const Jobs& jobs) {
    const auto roles = graph.of_kind(kinds::role);
    std::vector<std::vector<Responsibility>> by_place(roles.size());
    parallel_slices(jobs, roles.size(), [&](std::size_t place) {
        // Itself first, then what it includes.
        std::vector<RecordId> order = included_roles(graph, roles[place]);
        order.insert(order.begin(), roles[place]);
        for (const RecordId each : order) {
            if (graph[each].retired()) continue;
            for (const FieldView entry : graph[each][fields::role::responsibilities].children()) {
                if (entry.is(ValueType::map)) by_place[place].push_back(read(graph, disciplines, entry, each));
            }
        }
    });
    return {places, std::move(by_place)};
}

}  // namespace ims
