#include "output/unified_diff.h"

#include <doctest/doctest.h>

#include <string>

using namespace ims;

namespace {

std::string hunks(std::string_view before, std::string_view after) {
    const std::string all = unified_diff("f", before, after);
    const std::string head = "diff --git a/f b/f\n--- a/f\n+++ b/f\n";
    REQUIRE(all.starts_with(head));
    return all.substr(head.size());
}

}  // namespace

TEST_CASE("equal texts differ in nothing") { CHECK(unified_diff("f", "a\n", "a\n").empty()); }

TEST_CASE("three lines of each side stand around a change") {
    CHECK(hunks("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nx\n6\n7\n8\n") ==
          "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
    CHECK(hunks("1\n", "0\n1\n") == "@@ -1 +1,2 @@\n+0\n 1\n");
    CHECK(hunks("1\n2\n", "1\n") == "@@ -1,2 +1 @@\n 1\n-2\n");
    CHECK(hunks("", "1\n") == "@@ -0,0 +1 @@\n+1\n");
}

TEST_CASE("changes that are far apart stand in hunks of their own") {
    CHECK(hunks("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n") ==
          "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
    CHECK(hunks("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n") ==
          "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
}

TEST_CASE("the shortest way is found between lines that repeat") {
    CHECK(hunks("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n") ==
          "@@ -1,7 +1,6 @@\n-a\n-b\n c\n+b\n a\n b\n-b\n a\n+c\n");
}

TEST_CASE("a last line without its end is marked, and line ends of other systems stay") {
    CHECK(hunks("a\nb", "a\nc") ==
          "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
    CHECK(hunks("a\r\nb\r\n", "a\r\nc\r\n") == "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n");
}

TEST_CASE("names that would end early stand between quotes or end with a tab") {
    CHECK(
        unified_diff("a b/ü", "1\n", "2\n").starts_with("diff --git a/a b/ü b/a b/ü\n--- a/a b/ü\t\n+++ b/a b/ü\t\n"));
    CHECK(unified_diff("a\"b", "1\n", "2\n").starts_with("diff --git \"a/a\\\"b\" \"b/a\\\"b\"\n"));
}
