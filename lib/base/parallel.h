// The one way to use several processors: `work(index)` for every index, in no particular order.
// Results go into slot [index] of something that the caller owns, so that they do not depend on the order.
// The first exception that `work` throws arrives at the caller, once nothing runs any more: no index is begun after it.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

#include "base/stop.h"

namespace ims {

// How many may work at once, and who says whether anybody still wants the result.
struct Jobs {
    // Requires: at least 1.
    Jobs(std::size_t how_many, Stop asked = {}) : count(how_many), stop(std::move(asked)) {}
    std::size_t count;
    Stop stop;
};

// Runs inline, without a thread, where there is one job or nothing to share; with fewer threads than jobs where the
// system grants no more. Throws Stopped where it was stopped, which it asks before each index.
void parallel_for(const Jobs& jobs, std::size_t count, const std::function<void(std::size_t)>& work);
// The same for much work that is little each: one task for many, since a task of its own would cost more than the work.
// Asks before each task.
void parallel_slices(const Jobs& jobs, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace ims
