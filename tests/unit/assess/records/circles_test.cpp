#include "assess/records/circles.h"

#include <doctest/doctest.h>

#include <string>

#include "assess/folder.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

// Roles that include each other: "a: b c" is a role `a` that includes `b` and `c`.
void check(const std::vector<std::pair<std::string, std::string>>& roles, const std::string& expected) {
    std::string records;
    for (const auto& [id, includes] : roles) {
        records += "---\nrole: " + id + "\ntitle: T\nincludes: [" + includes + "]\n";
    }
    const Folder folder(records);
    std::string circles;
    for (const Circle& circle : find_circles(folder.graph(), fields::role::includes)) {
        for (const CircleStep& step : circle) circles += std::string(folder.graph()[step.record].id()) + " ";
        CHECK(circle.back().edge->other == circle.front().record);
        circles += "| ";
    }
    CHECK(circles == expected);
}

}  // namespace

TEST_CASE("references without a circle") {
    check({{"a", "b, c"}, {"b", "d"}, {"c", "d"}, {"d", ""}}, "");
    check({{"a", "a"}}, "");
}

TEST_CASE("a circle is told once, from its first record") {
    check({{"c", "a"}, {"a", "b"}, {"b", "c"}}, "c a b | ");
    check({{"x", "b"}, {"a", "b"}, {"b", "a"}}, "a b | ");
}

TEST_CASE("each reference that closes a circle tells its own") {
    check({{"a", "b"}, {"b", "a, c"}, {"c", "a"}}, "a b | a b c | ");
    check({{"a", "b"}, {"b", "a"}, {"c", "d"}, {"d", "c"}}, "a b | c d | ");
}
