#include "output/pieces.h"

#include <algorithm>

#include "base/parallel.h"

namespace ims {

void write_pieces(std::size_t jobs, std::size_t count,
                  const std::function<void(std::size_t begin, std::size_t end, std::string& out)>& make,
                  const Sink& sink) {
    constexpr std::size_t kSlice = 128;  // items: enough to be worth a task
    parallel_in_order(
        Jobs(jobs), (count + kSlice - 1) / kSlice,
        [&](std::size_t slice) {
            std::string out;
            make(slice * kSlice, std::min(count, (slice + 1) * kSlice), out);
            return out;
        },
        [&](std::size_t, const std::string& out) { sink(out); });
}

}  // namespace ims
