#include "check/at_home.h"

#include <algorithm>

#include "assess/recovery/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct Use {
    RecordId process;  // in force
    RecordId what;     // the thing, or an asset that it provides
    auto operator<=>(const Use&) const = default;
};

// In the order of processes.
std::vector<Use> uses_of(const RecordView& thing, const Facts& facts) {
    std::vector<Use> uses;
    const auto add = [&](RecordId what) {
        for (const RecordId user : facts.needs().users(what)) {
            if (facts.process(user) != nullptr) uses.push_back({user, what});
        }
    };
    add(thing.record());
    for (const Edge& edge : thing.graph().references_to(thing.record())) {
        if (edge.field == fields::asset::provider && thing.graph()[edge.other].active()) add(edge.other);
    }
    std::ranges::sort(uses);
    return uses;
}

bool awaits(const Use& use, const CheckContext& context, const Waits& waits) {
    const auto needs = context.facts.needs().needs(use.process);
    const auto need = std::ranges::find(needs, use.what, &Need::what);
    return need != needs.end() && waits(context.graph[use.process], *need);
}

}  // namespace

std::vector<Cells> where_used(const RecordView& supplier, const CheckContext& context) {
    std::vector<Cells> cells;
    for (const Use& use : uses_of(supplier, context.facts)) {
        const bool known = !cells.empty() && cells.back().process == use.process;
        if (!known) cells.push_back({use.process, context.facts.process(use.process)->concerned});
    }
    return cells;
}

std::vector<Cells> where_awaited(const RecordView& thing, RecordId named, const CheckContext& context,
                                 const Waits& waits) {
    const DisciplineSet continuity = continuity_only(context.settings);
    if (continuity.empty()) return {};
    std::vector<Cells> cells = {{named, continuity}};
    for (const Use& use : uses_of(thing, context.facts)) {
        const bool known = use.process == named || cells.back().process == use.process;
        if (!known && awaits(use, context, waits)) cells.push_back({use.process, continuity});
    }
    return cells;
}

std::vector<Cells> where_asked(const RecordView& person, RecordId role, RecordId competence,
                               const CheckContext& context) {
    const DisciplineSet served = context.facts.disciplines(competence);
    const bool one_role = context.facts.people().roles_of(person.record()).size() == 1;
    const bool owns = std::ranges::any_of(context.graph.references_to(person.record()), [&](const Edge& edge) {
        return context.facts.process(edge.other) != nullptr;
    });
    std::vector<Cells> cells;
    if (one_role && !owns && !served.empty()) return cells;
    for (const RecordId process : context.facts.processes_of(role))
        cells.push_back({process, served.empty() ? context.facts.process(process)->concerned : served});
    return cells;
}

}  // namespace ims
