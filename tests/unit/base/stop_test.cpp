#include "base/stop.h"

#include <doctest/doctest.h>

#include <atomic>

#include "base/parallel.h"

using namespace ims;

TEST_CASE("work goes on until it is stopped, and always where nobody can stop it") {
    bool wanted = true;
    const Stop stop = [&] { return !wanted; };
    CHECK_NOTHROW(go_on(stop));
    CHECK_NOTHROW(go_on({}));
    wanted = false;
    CHECK_THROWS_AS(go_on(stop), Stopped);
}

TEST_CASE("after a stop nothing further is done, and Stopped arrives, with any number of jobs") {
    for (const std::size_t jobs : {1U, 2U, 8U}) {
        CAPTURE(jobs);
        std::atomic<bool> wanted{true};
        const Stop stop = [&] { return !wanted; };
        std::atomic<std::size_t> begun_late{0};
        std::atomic<std::size_t> done_late{0};
        const auto work = [&](std::size_t index) {
            const bool late = !wanted;
            if (late) ++begun_late;
            go_on(stop);
            if (late) ++done_late;
            if (index >= 10) wanted = false;  // each thread sees to it: there is work left for it to be stopped at
        };
        CHECK_THROWS_AS(parallel_for(jobs, 1000, work), Stopped);
        CHECK(begun_late >= 1);
        CHECK(begun_late <= jobs);  // each thread learns of it once
        CHECK(done_late == 0);
        wanted = true;
        begun_late = 0;
        CHECK_THROWS_AS(parallel_slices(jobs, 10'000, work), Stopped);
        CHECK(begun_late <= jobs);
        CHECK(done_late == 0);
    }
}
