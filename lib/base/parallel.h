// The one way to use several processors: `work(index)` for every index, in no particular order.
// Results go into slot [index] of something that the caller owns, so that they do not depend on the order.
// The first exception that `work` throws arrives at the caller, once nothing runs any more: no index is begun after it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

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

// Who may make what next, and who takes what was made, where several make things that are taken in order.
class InOrder {
public:
    explicit InOrder(std::size_t jobs) : most_ahead_(jobs == 1 ? 1 : 4 * jobs) {}
    // How many may be made and not taken yet.
    [[nodiscard]] std::size_t most_ahead() const { return most_ahead_; }
    // Waits until there is room for what is made for this index; false: nothing is wanted any more.
    bool wait_for_room(std::size_t index);
    // It is made: `put` lays it down. Then `take` is called for each index that is next, unless another thread does.
    void made(std::size_t index, const std::function<void()>& put, const std::function<void(std::size_t)>& take);
    // Nobody waits any longer.
    void give_up();

private:
    const std::size_t most_ahead_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::size_t taken_ = 0;
    std::vector<bool> there_ = std::vector<bool>(most_ahead_);
    bool taking_ = false;
    bool given_up_ = false;
};

// For work whose results are handed on in order, such as files: `take(index, make(index))` for every index. Several are
// made at once; they are taken one after the other, on any thread, and few are made ahead of what was taken, so that
// little of them stands in memory. The first exception that either throws arrives at the caller.
template <class Make, class Take>
void parallel_in_order(const Jobs& jobs, std::size_t count, const Make& make, const Take& take) {
    InOrder order(jobs.count);
    std::vector<std::optional<std::invoke_result_t<const Make&, std::size_t>>> ahead(order.most_ahead());
    const auto slot = [&](std::size_t index) -> auto& { return ahead[index % ahead.size()]; };
    // Who is stopped tells the others: it is asked below.
    parallel_for(Jobs(jobs.count), count, [&](std::size_t index) {
        try {
            if (!order.wait_for_room(index)) return;
            go_on(jobs.stop);
            auto result = make(index);
            order.made(
                index, [&] { slot(index) = std::move(result); },
                [&](std::size_t next) {
                    auto taken = std::move(*slot(next));
                    slot(next).reset();
                    take(next, std::move(taken));
                });
        } catch (...) {
            order.give_up();
            throw;
        }
    });
}

}  // namespace ims
