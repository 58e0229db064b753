// The one way to use several processors: `work(index)` for every index, in no particular order.
// Results go into slot [index] of something that the caller owns, so that they do not depend on the order.
// The first exception that `work` throws arrives at the caller, once nothing runs any more: no index is begun after it.
#pragma once

#include <cstddef>
#include <functional>

namespace ims {

// Runs inline, without a thread, where `jobs` is 1 or there is nothing to share; with fewer threads than jobs where the
// system grants no more. Requires: jobs >= 1.
void parallel_for(std::size_t jobs, std::size_t count, const std::function<void(std::size_t)>& work);
// The same for much work that is little each: one task for many, since a task of its own would cost more than the work.
void parallel_slices(std::size_t jobs, std::size_t count, const std::function<void(std::size_t)>& work);

// How many processors this process may use; at least 1.
std::size_t available_jobs();

}  // namespace ims
