// What counts as saying the same.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "yaml/canonical.h"

using namespace ims;

namespace {

std::string said(std::string_view bytes) {
    const YamlTree tree = parse_yaml(bytes);
    REQUIRE(tree.documents.size() == 1);
    REQUIRE(tree.documents.front().root.known());
    return canonical(tree, bytes, tree.documents.front().root);
}

void check(std::string_view one, std::string_view other, bool same) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK((said(one) == said(other)) == same);
}

}  // namespace

TEST_CASE("layout makes no difference") {
    check("a: b c", "'a': \"b c\"  # said", true);
    check("a: 1\nb: 2", "{b: 2, a: 1}", true);
    check("a: [x, y]", "a:\n  - x\n  - 'y'\n", true);
    check("a: x", "a: [x]", true);
    check("a: {b: c}", "a: [{b: c}]", true);
    check("a: x y", "a: >\n  x\n  y\n", true);
    check("a: x", "a: |\n  x\n", true);
    check("a: 1", "a: 1\nb:\nc: []\nd: {}\ne: ''\n", true);
    check("a: 1", "a: 1\nx_own: 2", true);
    check("a: {b: 1}", "a: {b: 1, x_own: [2]}", true);
    check("a: [x]\nb: [x]", "a: &x [x]\nb: *x", true);
}

TEST_CASE("what is said makes one") {
    check("a: 1", "a: 2", false);
    check("a: 1", "b: 1", false);
    check("a: 1", "a: 1\nb: 1", false);
    check("a: [x, y]", "a: [y, x]", false);
    check("a: [x, y]", "a: [xy]", false);
    check("a: {b: c}", "a: b c", false);
    check("a: '[x'", "a: [x]", false);
    check("a: [[x, y], z]", "a: [x, y, z]", false);
    check("a: {b: c, d: e}", "a: {b: 'c1:d2:=e'}", false);
    check("a: x\\y", "a: xy", false);
}

TEST_CASE("single values are said in other words, keys are not") {
    const auto longer = [](std::string_view value) {
        return value == "a" ? std::string("longer") : std::string(value);
    };
    for (const std::string_view bytes : {"{a: a}", "{b: [a, c]}", "{b: [{a: a, c: [a, d]}, e]}", "[a, a]", "a"}) {
        CAPTURE(bytes);
        const std::string text = said(bytes);
        CHECK(with_values(text, [](std::string_view value) { return std::string(value); }) == text);
        CHECK(with_values(text, longer) != text);
    }
    CHECK(with_values(said("{b: [a, {c: a}]}"), longer) == said("{b: [longer, {c: longer}]}"));
    CHECK(with_values("", longer).empty());
    CHECK(with_values("{3", longer) == "{3");
}
