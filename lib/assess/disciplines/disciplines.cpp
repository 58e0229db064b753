#include "assess/disciplines/disciplines.h"

#include "schema/fields.h"

namespace ims {

Disciplines find_disciplines(const Graph& graph) {
    std::vector<DisciplineSet> served(graph.size());
    for (const RecordId id : graph.all()) served[id.index()] = graph[id].disciplines(fields::disciplines);
    for (const RecordId id : graph.of_kind(kinds::control)) {
        const RecordView control = graph[id];
        DisciplineSet& set = served[id.index()];
        if (!set.empty()) continue;
        for (const RecordView risk : control.linked(fields::control::risks)) set |= served[risk.record().index()];
        for (const RecordView obligation : control.linked(fields::control::obligations))
            set |= served[obligation.record().index()];
    }
    // What went wrong is a matter of the risks that it shows to be real.
    for (const RecordId id : graph.of_kind(kinds::nonconformity)) {
        DisciplineSet& set = served[id.index()];
        if (!set.empty()) continue;
        for (const RecordView risk : graph[id].linked(fields::nonconformity::risks))
            set |= served[risk.record().index()];
    }
    // Whoever asks for something is a matter of what meets it.
    for (const RecordId id : graph.of_kind(kinds::interested_party)) {
        DisciplineSet& set = served[id.index()];
        if (!set.empty()) continue;
        for (const RecordView each : graph[id].linked(fields::interested_party::needs.met_by))
            set |= served[each.record().index()];
    }
    return Disciplines(std::move(served));
}

}  // namespace ims
