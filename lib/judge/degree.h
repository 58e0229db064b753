// How far the disciplines are run as one system: the seven criteria that IAF MD 11 looks at, each from 0 to 100,
// counted from the records. How they are counted is ours; so each says what it counted, and none is told without the
// others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "judge/judged.h"

namespace ims {

enum class Criterion : std::uint8_t {
    documents,
    management_review,
    internal_audits,
    policy_and_objectives,
    processes,
    improvement,
    responsibilities,
};
inline constexpr std::size_t kCriteria = 7;

struct CriterionScore {
    std::optional<std::uint32_t> percent;  // none: it is not counted
    Message counted;                       // "1 of 5 …"; or why it is not counted
};
// A mean of fewer says too little.
inline constexpr std::size_t kFewestCriteria = 5;

struct Integration {
    std::array<CriterionScore, kCriteria> criteria;  // by Criterion
    std::optional<std::uint32_t> degree;             // the mean of those that are counted; none of fewer than five
    std::size_t judged = 0;                          // how many are counted
    [[nodiscard]] const CriterionScore& operator[](Criterion which) const {
        return criteria[static_cast<std::size_t>(which)];
    }
};

// Below 30 corresponding, up to 69 coordinated, from 70 integrated.
Message band(std::uint32_t degree);

// Nothing is counted where fewer than two disciplines are in force. `arena`: where what it says is kept.
Integration judge_integration(const Judged& judged, Arena& arena);

}  // namespace ims
