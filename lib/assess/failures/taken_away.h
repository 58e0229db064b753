// One thing, or several, taken away: what stops then, and when it is back.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "assess/facts/facts.h"
#include "assess/failures/failures.h"
#include "assess/failures/fall.h"

namespace ims {

struct TakenAway {
    Fall fall;
    std::vector<StoppedProcess> stopped;  // processes in force, the soonest first
    std::vector<RecordId> unclear;        // processes in force of which it cannot be told
};

class TakesAway {
public:
    TakesAway(const Graph& graph, const Facts& facts) : graph_(graph), facts_(facts), falls_(facts.needs()) {}

    // `things`: assets, suppliers, sites and empty roles. `standstills`: work that nobody is left to do.
    TakenAway take(std::span<const RecordId> things, std::span<const Standstill> standstills);
    // How soon a thing is back, with all that it needs; none: nobody says.
    [[nodiscard]] std::optional<Duration> back(RecordId thing) const;
    [[nodiscard]] bool is_needed(RecordId thing) const { return falls_.is_needed(thing); }

private:
    StoppedProcess stopped(const Gone& gone) const;
    static void follow(StoppedProcess& stopped, Duration now, const Gone* gone);
    void find_back(std::span<const RecordId> things, std::span<const Standstill> standstills, TakenAway& out);

    const Graph& graph_;
    const Facts& facts_;
    FallGraph falls_;
    FallGraph::Notes notes_;
};

}  // namespace ims
