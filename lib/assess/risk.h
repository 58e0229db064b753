// How high a risk stands: levels from likelihood and consequence (ISO 31000: analysis), held against the appetite
// (evaluation), with what was decided about it (treatment, acceptance).
#pragma once

#include <cstdint>
#include <optional>

#include "link/graph.h"

namespace ims {

enum class Acceptance : std::uint8_t { none, valid, expired };

struct RiskFacts {
    // Steps from 1. Of a consequence by discipline the highest counts. None where not rated.
    std::optional<std::uint32_t> likelihood;
    std::optional<std::uint32_t> consequence;
    // What is not written under `residual` stays as it is.
    std::optional<std::uint32_t> residual_likelihood;
    std::optional<std::uint32_t> residual_consequence;
    std::optional<RiskLevel> inherent;
    std::optional<RiskLevel> residual;
    // The residual level if a linked control is in place, else the inherent one.
    std::optional<RiskLevel> counting;
    // The lowest appetite among its disciplines; none for opportunities and aspects, which have no appetite.
    std::optional<RiskLevel> appetite;
    bool control_in_place = false;
    Acceptance acceptance = Acceptance::none;

    // "High": the inherent level is over the appetite.
    [[nodiscard]] bool high() const { return inherent && appetite && *inherent > *appetite; }
    [[nodiscard]] bool over_appetite() const { return counting && appetite && *counting > *appetite; }
};

// `disciplines`: those that the risk serves.
RiskFacts assess_risk(const RecordView& risk, DisciplineSet disciplines, Date today);

}  // namespace ims
