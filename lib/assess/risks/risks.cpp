#include "assess/risks/risks.h"

#include <utility>

#include "base/assert.h"
#include "base/parallel.h"
#include "schema/fields.h"

namespace ims {

Risks::Risks(const Graph& graph, RecordIndex places, std::vector<RiskFacts> by_place)
    : graph_(&graph), places_(std::move(places)), risks_(std::move(by_place)) {
    const auto sites = graph.of_kind(kinds::site);
    considered_.reserve(sites.size());
    for (const RecordId id : sites) {
        const RecordView site = graph[id];
        considered_.push_back({own_considered(site, RiskType::hazard), own_considered(site, RiskType::aspect)});
    }
}

const RiskFacts& Risks::operator[](RecordId risk) const {
    const auto place = places_.find(risk);
    IMS_ASSERT(place && (*graph_)[risk].is(kinds::risk), "risk facts were asked of something that is no risk");
    return risks_[*place];
}

Considered Risks::own_considered(const RecordView& record, RiskType type) const {
    Considered out;
    for (const RecordView each : record.linked(fields::process::risks)) {
        const RiskFacts& risk = (*this)[each.record()];
        if (each.active() && risk.type == type) out.add(risk);
    }
    return out;
}

Considered Risks::considered(const RecordView& process, RiskType type) const {
    Considered out = own_considered(process, type);
    for (const RecordView site : process.linked(fields::process::sites)) out.add(considered_at(site, type));
    return out;
}

const Considered& Risks::considered_at(const RecordView& site, RiskType type) const {
    IMS_ASSERT(type == RiskType::hazard || type == RiskType::aspect, "only hazards and aspects have conditions");
    return considered_[places_[site.record()]][type == RiskType::hazard ? 0 : 1];
}

Risks assess_risks(const Graph& graph, const Disciplines& disciplines, const RecordIndex& places, Date today,
                   const Jobs& jobs) {
    const auto risks = graph.of_kind(kinds::risk);
    std::vector<RiskFacts> by_place(risks.size());
    parallel_slices(jobs, risks.size(), [&](std::size_t place) {
        by_place[place] = assess_risk(graph[risks[place]], disciplines[risks[place]], today);
    });
    return {graph, places, std::move(by_place)};
}

}  // namespace ims
