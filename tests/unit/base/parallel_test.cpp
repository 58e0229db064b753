#include "base/parallel.h"

#include <doctest/doctest.h>

#include <vector>

TEST_CASE("parallel_for does every index once, with any number of jobs") {
    for (const std::size_t jobs : {1U, 2U, 8U}) {
        std::vector<int> done(1000, 0);
        ims::parallel_for(jobs, done.size(), [&](std::size_t index) { ++done[index]; });
        for (const int times : done) REQUIRE(times == 1);
    }
    ims::parallel_for(4, 0, [](std::size_t) { FAIL("nothing to do"); });
}
