#include "cli/platform/processors.h"

#include <sched.h>

#include <algorithm>
#include <thread>

namespace ims {

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
