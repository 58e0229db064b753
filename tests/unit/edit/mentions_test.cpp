#include "edit/mentions.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "analyzed.h"

using namespace ims;

namespace {

bool names(std::string_view text, std::string_view name = "role/cashier") {
    return !mentions_in(text, name, "a").empty();
}

std::vector<std::string> places(const std::vector<Mention>& mentions) {
    std::vector<std::string> out;
    for (const Mention& each : mentions) out.push_back(each.path + ":" + std::to_string(each.line));
    return out;
}

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("a name is a word of its own") {
    CHECK(names("role/cashier"));
    CHECK(names("As role/cashier."));
    CHECK(names("(`role/cashier`)"));
    CHECK(names("“role/cashier”"));
    CHECK(names("role/cashier: yes"));
    CHECK(names("role/cashier…"));
    CHECK_FALSE(names("role/cashiers"));
    CHECK_FALSE(names("role/cashier-old"));
    CHECK_FALSE(names("role/cashier.md"));
    CHECK_FALSE(names("role/cashierü"));
    CHECK_FALSE(names("my-role/cashier"));
    CHECK_FALSE(names("übrole/cashier"));
    CHECK_FALSE(names("docs/role/cashier"));
    CHECK_FALSE(names("roles/cashier"));
    CHECK_FALSE(names("cashier"));
    CHECK_FALSE(names(""));
}

TEST_CASE("a line that names it twice is told once, however its letters and marks are written") {
    const auto found = mentions_in(
        "# a\r\n  role/kuche and role/ku\xcc\x88"
        "che, role/k\xc3\xbc"
        "che\r\nrole/k\xc3\xbc"
        "che\n",
        "role/k\xc3\xbc"
        "che",
        "x.yaml");
    CHECK(places(found) == Places{"x.yaml:2", "x.yaml:3"});
    REQUIRE(found.size() == 2);
    CHECK(found.back().text ==
          "role/k\xc3\xbc"
          "che");
}

TEST_CASE("what could not be read may name a record by its id") {
    const auto analysis = analyzed(
        "# file: broken.yaml\nrole: a\ntitle: \"A\nreports_to: cashier\n# file: fine.yaml\nrole: b\ntitle: cashier\n"
        "# file: kind.yaml\nrolle: c\ntitle: C\nreports_to: role/cashier\n---\nrole: d\ntitle: D\nreports_to: cashier\n"
        "# file: key.yaml\nrole: e\ntitle: \"E\ncashier: 3\n# file: compose.yaml\nservices: {cashier: {image: "
        "cashier}}\n");
    CHECK(places(mentions_in_unread(*analysis, "cashier")) == Places{"broken.yaml:3", "kind.yaml:3"});
    CHECK(mentions_in_unread(*analysis, "nobody").empty());
}

TEST_CASE("fields that nobody knows may hold an id") {
    const auto analysis = analyzed(
        "# file: a.yaml\nrole: a\ntitle: cashier\ntags: [cashier]\nreports_to: cashier\nx_one: cashier\nx_two: "
        "{cashier: 1, of: [cashier]}\n"
        "onwer: cashier\nowner: {cashier: 1}\n---\nrole: cashier\ntitle: C\n");
    CHECK(places(mentions_in_unknown_fields(*analysis, "cashier")) == Places{"a.yaml:5", "a.yaml:6", "a.yaml:7"});
}
