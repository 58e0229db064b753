#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

#include "base/assert.h"

namespace ims {
namespace {

// Calls `work` with slices of `count` indices, from several threads; each index is in one of them.
class Shared {
public:
    Shared(std::size_t count, std::size_t slice, const Stop& stop, const std::function<void(std::size_t)>& work)
        : count_(count), slice_(slice), stop_(stop), work_(work) {}

    void run(std::size_t threads) {
        {
            std::vector<std::jthread> others;
            others.reserve(threads - 1);
            try {
                while (others.size() + 1 < threads) others.emplace_back([this] { take_slices(); });
            } catch (const std::system_error&) {
                // The system grants no further thread: those that there are do all of it.
            }
            take_slices();
        }
        if (first_) std::rethrow_exception(first_);
    }

private:
    void take_slices() noexcept {
        try {
            while (!failed_) {
                const std::size_t begin = next_.fetch_add(slice_);
                if (begin >= count_) return;
                go_on(stop_);
                const std::size_t end = std::min(count_, begin + slice_);
                for (std::size_t index = begin; index < end && !failed_; ++index) work_(index);
            }
        } catch (...) {
            // Whoever comes first may write; it is read when all threads have ended.
            if (!failed_.exchange(true)) first_ = std::current_exception();
        }
    }

    const std::size_t count_;
    const std::size_t slice_;
    const Stop& stop_;
    const std::function<void(std::size_t)>& work_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> failed_{false};
    std::exception_ptr first_;
};

void share(const Jobs& jobs, std::size_t count, std::size_t slice, const std::function<void(std::size_t)>& work) {
    IMS_ASSERT(jobs.count >= 1, "work needs at least one job");
    const std::size_t threads = std::min(jobs.count, (count + slice - 1) / slice);
    if (threads > 1) return Shared(count, slice, jobs.stop, work).run(threads);
    for (std::size_t index = 0; index < count; ++index) {
        if (index % slice == 0) go_on(jobs.stop);
        work(index);
    }
}

}  // namespace

void parallel_for(const Jobs& jobs, std::size_t count, const std::function<void(std::size_t)>& work) {
    share(jobs, count, 1, work);
}

void parallel_slices(const Jobs& jobs, std::size_t count, const std::function<void(std::size_t)>& work) {
    constexpr std::size_t kSlice = 256;
    share(jobs, count, kSlice, work);
}

bool InOrder::wait_for_room(std::size_t index) {
    std::unique_lock lock(mutex_);
    // Indices are begun in order: whoever makes the next one never waits.
    room_.wait(lock, [&] { return given_up_ || index < taken_ + most_ahead_; });
    return !given_up_;
}

void InOrder::made(std::size_t index, const std::function<void()>& put, const std::function<void(std::size_t)>& take) {
    std::unique_lock lock(mutex_);
    put();
    there_[index % most_ahead_] = true;
    if (taking_) return;
    taking_ = true;
    while (!given_up_ && there_[taken_ % most_ahead_]) {
        const std::size_t next = taken_;
        lock.unlock();
        take(next);
        lock.lock();
        there_[next % most_ahead_] = false;
        ++taken_;
        room_.notify_all();
    }
    taking_ = false;
}

void InOrder::give_up() {
    const std::scoped_lock lock(mutex_);
    given_up_ = true;
    room_.notify_all();
}

}  // namespace ims
