#include "assess/performance/notices.h"

#include <algorithm>

#include "assess/concerns/obligations.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool is_grave(std::string_view type) {
    return type == "incident" || type == "breach" || type == "nonconforming-output";
}

// What the incident struck: its processes with the wholes they are part of, and its assets.
std::vector<RecordId> struck_by(const RecordView& incident) {
    std::vector<RecordId> struck;
    const auto add = [&](RecordId record) {
        if (std::ranges::find(struck, record) != struck.end()) return false;
        struck.push_back(record);
        return true;
    };
    for (const RecordView process : incident.linked(fields::incident::processes)) {
        for (auto at = std::optional(process); at && add(at->record());)
            at = target_of(incident.graph(), (*at)[fields::process::part_of]);
    }
    for (const RecordView asset : incident.linked(fields::incident::assets)) add(asset.record());
    return struck;
}

}  // namespace

std::vector<DutyToNotify> duties_to_notify(const Graph& graph, const Disciplines& disciplines) {
    std::vector<DutyToNotify> duties;
    for (const RecordId id : graph.of_kind(kinds::obligation)) {
        const RecordView obligation = graph[id];
        const auto within = obligation[fields::obligation::notify_within].duration();
        if (!within || !obligation.active() || !applies(obligation)) continue;
        DutyToNotify duty{id, *within, disciplines[id], {}};
        for (const RecordView each : obligation.linked(fields::obligation::processes))
            duty.places.push_back(each.record());
        for (const RecordView each : obligation.linked(fields::obligation::assets))
            duty.places.push_back(each.record());
        duties.push_back(std::move(duty));
    }
    return duties;
}

bool calls_for(const RecordView& incident, const DutyToNotify& duty, const Disciplines& disciplines) {
    const std::string_view type = incident.word(fields::incident::type);
    const auto day = incident[fields::incident::date].date();
    const auto since = incident.graph()[duty.obligation][fields::obligation::since].date();
    if (!is_grave(type) || !day || (since && *since > *day)) return false;
    const DisciplineSet named = disciplines[incident.record()];
    if (!named.empty() && (named & duty.disciplines).empty()) return false;
    const std::vector<RecordId> struck = struck_by(incident);
    const bool shares = std::ranges::any_of(
        struck, [&](RecordId each) { return std::ranges::find(duty.places, each) != duty.places.end(); });
    if (shares) return !named.empty() || type == "breach";
    return !named.empty() && type == "breach" && (struck.empty() || duty.places.empty());
}

}  // namespace ims
