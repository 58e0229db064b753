#include "base/parallel.h"

#include <doctest/doctest.h>
#include <pthread.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace ims;

namespace {

using Loop = void (*)(const ims::Jobs&, std::size_t, const std::function<void(std::size_t)>&);
constexpr Loop kLoops[] = {parallel_for, parallel_slices};

// Whether every index of `count` is done, each once.
bool each_once(Loop loop, std::size_t jobs, std::size_t count) {
    std::vector<int> done(count, 0);
    loop(jobs, count, [&](std::size_t index) { ++done[index]; });
    return done == std::vector<int>(count, 1);
}

// What arrives at the caller; empty: nothing.
std::string thrown(Loop loop, std::size_t jobs, std::size_t count, const std::function<void(std::size_t)>& work) {
    try {
        loop(jobs, count, work);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

// Tells when the thread that it belongs to has ended.
struct EndOfThread {
    std::atomic<bool>* ended = nullptr;
    ~EndOfThread() {
        if (ended == nullptr) return;
        *ended = true;
        ended->notify_all();
    }
};
thread_local EndOfThread end_of_thread;

}  // namespace

TEST_CASE("every index is done once, with any number of jobs") {
    for (const Loop loop : kLoops) {
        for (const std::size_t jobs : {1U, 2U, 8U}) {
            for (const std::size_t count : {0U, 1U, 7U, 256U, 257U, 10'000U}) CHECK(each_once(loop, jobs, count));
        }
    }
}

TEST_CASE("an exception arrives at the caller, and no further index is begun") {
    for (const Loop loop : kLoops) {
        for (const std::size_t jobs : {1U, 2U, 8U}) {
            CAPTURE(jobs);
            std::atomic<std::size_t> bad{0};
            const auto work = [&](std::size_t index) {
                if (index < 10) return;
                ++bad;
                throw std::runtime_error("never seen before");
            };
            CHECK(thrown(loop, jobs, 10'000, work) == "never seen before");
            CHECK(bad >= 1);
            CHECK(bad <= jobs);  // each thread ends with its first
        }
    }
}

TEST_CASE("one job does the indices in order, up to the one that throws") {
    for (const Loop loop : kLoops) {
        std::vector<std::size_t> begun;
        const auto work = [&](std::size_t index) {
            begun.push_back(index);
            if (index >= 3) throw std::runtime_error(std::to_string(index));
        };
        CHECK(thrown(loop, 1, 1000, work) == "3");
        CHECK(begun == std::vector<std::size_t>{0, 1, 2, 3});
    }
}

TEST_CASE("of several exceptions the first is handed on") {
    std::latch both(2);
    std::atomic<bool> other_ended{false};
    const auto caller = std::this_thread::get_id();
    const auto work = [&](std::size_t) {
        both.arrive_and_wait();
        if (std::this_thread::get_id() == caller) {
            other_ended.wait(false);
            throw std::runtime_error("the second");
        }
        end_of_thread.ended = &other_ended;
        throw std::runtime_error("the first");
    };
    CHECK(thrown(parallel_for, 2, 2, work) == "the first");
}

TEST_CASE("what is no std::exception arrives too, and the next call is none the worse") {
    for (const std::size_t jobs : {1U, 2U, 8U}) {
        CHECK_THROWS_AS(parallel_for(jobs, 100, [](std::size_t) { throw 7; }), int);
        CHECK(each_once(parallel_for, jobs, 100));
    }
}

#ifdef __GLIBC__
TEST_CASE("where the system grants no thread, the one that there is does all the work") {
    // Threads with more stack than there is memory to address cannot be made.
    pthread_attr_t usual;
    REQUIRE(pthread_getattr_default_np(&usual) == 0);
    pthread_attr_t huge;
    REQUIRE(pthread_attr_init(&huge) == 0);
    REQUIRE(pthread_attr_setstacksize(&huge, std::size_t{1} << 60) == 0);
    REQUIRE(pthread_setattr_default_np(&huge) == 0);
    CHECK_THROWS_AS(std::jthread([] {}), std::system_error);
    for (const Loop loop : kLoops) {
        CHECK(each_once(loop, 8, 1000));
        CHECK(thrown(loop, 8, 1000, [](std::size_t) { throw std::runtime_error("still told"); }) == "still told");
    }
    REQUIRE(pthread_setattr_default_np(&usual) == 0);
    pthread_attr_destroy(&huge);
    pthread_attr_destroy(&usual);
    CHECK(each_once(parallel_for, 8, 1000));
}
#endif

TEST_CASE("what is made in any order is taken in order, and little is made ahead") {
    for (const std::size_t jobs : {1U, 2U, 8U}) {
        CAPTURE(jobs);
        for (const std::size_t count : {0U, 1U, 7U, 1000U}) {
            std::atomic<std::size_t> begun{0};
            std::size_t most_ahead = 0;
            std::vector<std::size_t> taken;
            parallel_in_order(
                jobs, count,
                [&](std::size_t index) {
                    ++begun;
                    return std::to_string(index);
                },
                [&](std::size_t index, const std::string& made) {
                    CHECK(made == std::to_string(index));
                    most_ahead = std::max(most_ahead, begun - taken.size());
                    taken.push_back(index);
                });
            std::vector<std::size_t> all(count);
            for (std::size_t index = 0; index < count; ++index) all[index] = index;
            CHECK(taken == all);
            CHECK(most_ahead <= 4 * jobs);
        }
    }
}

TEST_CASE("who makes or takes in order may throw, and nobody waits for what does not come") {
    for (const std::size_t jobs : {1U, 2U, 8U}) {
        for (const bool making : {true, false}) {
            CAPTURE(jobs);
            CAPTURE(making);
            std::vector<std::size_t> taken;
            std::string thrown;
            try {
                parallel_in_order(
                    jobs, 1000,
                    [&](std::size_t index) {
                        if (making && index == 20) throw std::runtime_error("not made");
                        return index;
                    },
                    [&](std::size_t index, std::size_t) {
                        if (index == 20) throw std::runtime_error("not taken");
                        taken.push_back(index);
                    });
            } catch (const std::runtime_error& error) {
                thrown = error.what();
            }
            CHECK(thrown == (making ? "not made" : "not taken"));
            CHECK(taken.size() <= 20);
        }
    }
    const Jobs stopped(2, [] { return true; });
    CHECK_THROWS_AS(parallel_in_order(
                        stopped, 1000, [](std::size_t index) { return index; }, [](std::size_t, std::size_t) {}),
                    Stopped);
}
