// Where a risk stands on the scales of likelihood and consequence today, seen by one discipline or by all together:
// what a heat map shows.
#pragma once

#include <cstdint>
#include <optional>

#include "assess/risks/risk.h"

namespace ims {

struct RiskPosition {
    std::uint32_t likelihood = 0;  // steps from 1
    std::uint32_t consequence = 0;
};

// By the rating that counts. Of a consequence by discipline that of the discipline counts, or the highest where none is
// asked for; none where it is not rated, only for other disciplines, or its level cannot be judged.
std::optional<RiskPosition> risk_position(const RecordView& risk, const RiskFacts& facts, Discipline discipline);

}  // namespace ims
