#include "source/relative_path.h"

#include <doctest/doctest.h>

using ims::relative_path;

TEST_CASE("a folder as seen from another") {
    CHECK(relative_path("/a/b", "/a/b") == "");
    CHECK(relative_path("/a/b", "/a/b/c/d") == "c/d");
    CHECK(relative_path("/a/b/c", "/a") == "../..");
    CHECK(relative_path("/a/b", "/a/bc") == "../bc");
    CHECK(relative_path("/", "/a") == "a");
    CHECK(relative_path("/a", "/") == "..");
    CHECK(relative_path(".", "a") == "a");
    CHECK(relative_path("a", ".") == "..");
}
