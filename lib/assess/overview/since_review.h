// What the records know of how things went since the last management review: what became of its decisions, and whether
// objectives came nearer to their targets. They do not keep how all stood then.
#pragma once

#include <cstddef>
#include <optional>

#include "assess/facts/facts.h"

namespace ims {

struct SinceReview {
    RecordId review = {};  // the last one that was held
    Date day = {};
    // Its decisions: done, past their day, to come, and neither done nor dated.
    std::size_t done = 0;
    std::size_t late = 0;
    std::size_t to_come = 0;
    std::size_t undated = 0;
    [[nodiscard]] std::size_t decided() const { return done + late + to_come + undated; }
    // Objectives that were measured until that day and since, and of which it is known which side is good.
    std::size_t nearer = 0;
    std::size_t further = 0;
    std::size_t unchanged = 0;
    [[nodiscard]] std::size_t compared() const { return nearer + further + unchanged; }
    // What was recorded as having happened, or found, since that day.
    std::size_t incidents = 0;
    std::size_t nonconformities = 0;
};

// None where no review was held.
std::optional<SinceReview> since_last_review(const Graph& graph, Date today);

}  // namespace ims
