#include "assess/performance/follow_up.h"

#include <algorithm>
#include <utility>

#include "schema/fields.h"

namespace ims {
namespace {

bool acts_on(const RecordView& nonconformity, std::optional<Date> failed) {
    if (!nonconformity.active()) return false;
    if (!nonconformity[fields::nonconformity::action][fields::nonconformity::action.done]) return true;
    const auto date = nonconformity[fields::nonconformity::date].date();
    return !failed || !date || *date >= *failed;
}

// Another nonconformity about one of its assets is open, and was raised when it was known that the action did not help.
bool is_taken_up_elsewhere(const RecordView& nonconformity, std::optional<Date> looked, OpenOnAssets& open) {
    for (const RecordView asset : nonconformity.linked(fields::nonconformity::assets)) {
        if (open.any(asset, nonconformity.record(), looked)) return true;
    }
    return false;
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
            // One that says which assets it is about, is about no other.
            if (other.is(kinds::nonconformity) && edge.field == fields::nonconformity::processes &&
                !other.has(fields::nonconformity::assets) && acts_on(other, failed))
                return true;
        }
    }
    for (const Edge& edge : graph.references_to(asset.record())) {
        const RecordView other = graph[edge.other];
        if (other.is(kinds::nonconformity) && edge.field == fields::nonconformity::assets && acts_on(other, failed))
            return true;
        if (!other.is(kinds::incident)) continue;
        for (const RecordView each : other.linked(fields::incident::nonconformities)) {
            if (acts_on(each, failed)) return true;
        }
    }
    return false;
}

OpenOnAssets::Newest OpenOnAssets::newest_of(const RecordView& asset) {
    namespace own = fields::nonconformity;
    const Graph& graph = asset.graph();
    Newest newest;
    for (const Edge& edge : graph.references_to(asset.record())) {
        const RecordView other = graph[edge.other];
        if (!other.is(kinds::nonconformity) || edge.field != own::assets || !other.active()) continue;
        if (other[own::action][own::action.done]) continue;
        Raised raised{other.record(), other[own::date].date()};
        for (Raised& each : newest) {
            if (each.nonconformity == raised.nonconformity) break;
            if (!each.nonconformity.known() || raised.on > each.on) std::swap(each, raised);
            if (!raised.nonconformity.known()) break;
        }
    }
    return newest;
}

bool OpenOnAssets::any(const RecordView& asset, RecordId other_than, std::optional<Date> since) {
    const auto [place, added] = newest_.try_emplace(asset.record());
    if (added) place->second = newest_of(asset);
    return std::ranges::any_of(place->second, [&](const Raised& each) {
        return each.nonconformity.known() && each.nonconformity != other_than && (!since || each.on >= since);
    });
}

bool is_left_ineffective(const RecordView& nonconformity) {
    OpenOnAssets open;
    return is_left_ineffective(nonconformity, open);
}

bool is_left_ineffective(const RecordView& nonconformity, OpenOnAssets& open) {
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
    if (done && looked && *done.date() > *looked) return false;
    return !is_taken_up_elsewhere(nonconformity, looked, open);
}

}  // namespace ims
