#include "base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "base/assert.h"

namespace ims {

void parallel_for(std::size_t jobs, std::size_t count, const std::function<void(std::size_t)>& work) {
    IMS_ASSERT(jobs >= 1, "parallel_for needs at least one job");
    const std::size_t threads = std::min(jobs, count);
    if (threads <= 1) {
        for (std::size_t index = 0; index < count; ++index) work(index);
        return;
    }
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t index = next.fetch_add(1); index < count; index = next.fetch_add(1)) work(index);
    };
    std::vector<std::jthread> others;
    others.reserve(threads - 1);
    for (std::size_t index = 1; index < threads; ++index) others.emplace_back(run);
    run();
}

void parallel_slices(std::size_t jobs, std::size_t count, const std::function<void(std::size_t)>& work) {
    constexpr std::size_t kSlice = 256;
    parallel_for(jobs, (count + kSlice - 1) / kSlice, [&](std::size_t slice) {
        for (std::size_t index = slice * kSlice; index < std::min(count, (slice + 1) * kSlice); ++index) work(index);
    });
}

std::size_t available_jobs() {
    // What this process may use counts, not what the machine has: a container often grants less.
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0) {
        return static_cast<std::size_t>(std::max(1, CPU_COUNT(&allowed)));
    }
    return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

}  // namespace ims
