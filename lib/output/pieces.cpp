#include "output/pieces.h"

#include <algorithm>
#include <vector>

#include "base/parallel.h"

namespace ims {

void write_pieces(std::size_t jobs, std::size_t count,
                  const std::function<void(std::size_t begin, std::size_t end, std::string& out)>& make,
                  const Sink& sink) {
    constexpr std::size_t kSlice = 128;     // items: enough to be worth a task
    constexpr std::size_t kOfAThread = 16;  // slices that wait to be written
    const std::size_t slices = (count + kSlice - 1) / kSlice;
    std::vector<std::string> room(std::min(slices, jobs == 1 ? 1 : jobs * kOfAThread));
    for (std::size_t first = 0; first < slices; first += room.size()) {
        const std::size_t now = std::min(room.size(), slices - first);
        parallel_for(jobs, now, [&](std::size_t index) {
            const std::size_t begin = (first + index) * kSlice;
            room[index].clear();
            make(begin, std::min(count, begin + kSlice), room[index]);
        });
        for (std::size_t index = 0; index < now; ++index) sink(room[index]);
    }
}

}  // namespace ims
