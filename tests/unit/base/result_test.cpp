#include "base/result.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("an error is told with its path, and where in it, in front") {
    CHECK(Error("a.yaml", "permission denied").message() == "a.yaml: permission denied");
    CHECK(Error("a.yaml", ":3:7", "a quote is not closed").message() == "a.yaml:3:7: a quote is not closed");
    CHECK(Error("a: b.yaml", "no: not here").message() == "a: b.yaml: no: not here");
}

TEST_CASE("one text alone is the reason, not a path") {
    const Error error{"--today: `x` is no day of the calendar"};
    CHECK(error.path.empty());
    CHECK(error.reason == "--today: `x` is no day of the calendar");
    CHECK(error.message() == error.reason);
}

TEST_CASE("an error is handed on whole") {
    const auto inner = []() -> Outcome { return Error("ims.yaml", "no such file"); };
    const auto outer = [&]() -> Result<int> {
        IMS_TRY(inner());
        return 1;
    };
    const Result<int> result = outer();
    REQUIRE(!result);
    CHECK(result.error().path == "ims.yaml");
    CHECK(result.error().reason == "no such file");
}
