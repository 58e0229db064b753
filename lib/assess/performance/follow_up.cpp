#include "assess/performance/follow_up.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {
namespace {

bool acts_on(const RecordView& nonconformity, std::optional<Date> failed) {
    if (!nonconformity.active()) return false;
    if (!nonconformity[fields::nonconformity::action][fields::nonconformity::action.done]) return true;
    const auto date = nonconformity[fields::nonconformity::date].date();
    return !failed || !date || *date >= *failed;
}

}  // namespace

bool any_active(const LinkedRecords& records) {
    for (const RecordView each : records) {
        if (each.active()) return true;
    }
    return false;
}

bool is_about(const RecordView& nonconformity, Date found) {
    const FieldView action = nonconformity[fields::nonconformity::action];
    const auto raised = nonconformity[fields::nonconformity::date].date();
    const auto done = action[fields::nonconformity::action.done].date();
    return !raised || *raised >= found || !done || *done >= found;
}

bool is_followed_up(const RecordView& asset, std::optional<Date> failed, std::span<const RecordId> users) {
    const Graph& graph = asset.graph();
    for (const RecordId user : users) {
        for (const Edge& edge : graph.references_to(user)) {
            const RecordView other = graph[edge.other];
            if (other.is(kinds::nonconformity) && edge.field == fields::nonconformity::processes &&
                acts_on(other, failed))
                return true;
        }
    }
    for (const Edge& edge : graph.references_to(asset.record())) {
        const RecordView incident = graph[edge.other];
        if (!incident.is(kinds::incident)) continue;
        for (const RecordView other : incident.linked(fields::incident::nonconformities)) {
            if (acts_on(other, failed)) return true;
        }
    }
    return false;
}

bool is_left_ineffective(const RecordView& nonconformity) {
    const FieldView effectiveness = nonconformity[fields::nonconformity::effectiveness];
    if (effectiveness[fields::nonconformity::effectiveness.result].word() != "ineffective") return false;
    const Graph& graph = nonconformity.graph();
    const auto references = graph.references_to(nonconformity.record());
    const auto repeats = [&](const Edge& edge) {
        return edge.field == fields::nonconformity::repeats && graph[edge.other].active();
    };
    if (std::ranges::any_of(references, repeats)) return false;
    // A new action is planned, or was taken since somebody looked.
    const FieldView action = nonconformity[fields::nonconformity::action];
    const FieldView done = action[fields::nonconformity::action.done];
    if (action && (!done || done.invalid())) return false;
    const auto looked = effectiveness[fields::nonconformity::effectiveness.date].date();
    return !done || !looked || *done.date() <= *looked;
}

}  // namespace ims
