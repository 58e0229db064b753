// How much aliases add once they are written out, and which of several files are left out where that is too much.
#include "yaml/alias_budget.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/alias_values.h"
#include "yaml/tree.h"

using namespace ims;

namespace {

constexpr std::uint64_t kMost = ~std::uint64_t{0};

std::string left_out(const std::vector<Amount>& added, const Amount& most) {
    std::string text;
    for (const std::uint32_t place : beyond_budget(added, most)) text += std::to_string(place) + " ";
    return text;
}

}  // namespace

TEST_CASE("what aliases add is counted through all that they name") {
    const auto added = [](std::string_view text) { return parse_yaml(text).added; };
    CHECK(added("a: [1, 2]\n") == Amount{0, 0});
    CHECK(added("a: &a [1, 23]\nb: *a\n") == Amount{3, 3});
    CHECK(added("a: &a {kk: 1}\nb: *a\n") == Amount{3, 3});
    CHECK(added("a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b]\n") == Amount{3 + 3 + (1 + 2 + 6), 2 + 2 + 4});
    CHECK(added("a: &a [*a]\n") == Amount{0, 0});
    CHECK(added("a: &a 1\n---\nb: &a [1]\nc: *a\n---\nd: &a e\nf: *a\n") == Amount{2 + 1, 1 + 1});
    CHECK(added("a: &a \"x\\ty\"\nb: *a\n") == Amount{1, 3});  // as it is read
    CHECK(added("a: &a |\n  x\n  y\nb: *a\n") == Amount{1, 4});
    CHECK(added("a: &a\nb: *a\n") == Amount{1, 0});
    // What is not read adds nothing.
    std::string laughs = "a0: &a0 [x, x]\n";
    for (int level = 1; level < 90; ++level) {
        const std::string before = "*a" + std::to_string(level - 1);
        laughs += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + before + ", " + before + "]\n";
    }
    CHECK(added(laughs) == Amount{0, 0});
    YamlLimits limits;
    limits.aliases = {{kMost, kMost}, {0, 0}};
    const Amount all = parse_yaml(laughs, limits).added;
    CHECK(all.values > kMost - 1000);
    CHECK(all.bytes > kMost - 1000);
}

TEST_CASE("aliases may add so many times what was read, and something in any case") {
    const AliasBudget budget{{100, 1000}, {10, 2}};
    CHECK(budget.beside({0, 0}) == Amount{100, 1000});
    CHECK(budget.beside({10, 500}) == Amount{100, 1000});
    CHECK(budget.beside({11, 501}) == Amount{110, 1002});
    CHECK(budget.beside({kMost / 2, kMost - 1}) == Amount{kMost, kMost});
}

TEST_CASE("of files that add too much those go that add most, and none that adds less goes with them") {
    CHECK(left_out({}, {0, 0}) == "");
    CHECK(left_out({{1, 1}, {2, 2}}, {3, 3}) == "");
    CHECK(left_out({{50, 0}, {1, 0}, {2, 0}, {3, 0}}, {49, 10}) == "0 ");
    CHECK(left_out({{40, 0}, {1, 0}, {2, 0}, {3, 0}}, {45, 10}) == "0 ");  // alone it would fit
    CHECK(left_out({{9, 0}, {9, 0}, {9, 0}}, {18, 0}) == "2 ");            // of equal ones the last
    CHECK(left_out({{9, 0}, {0, 0}, {9, 0}}, {8, 0}) == "0 2 ");
    // Only what there is too much of counts.
    CHECK(left_out({{90, 1}, {1, 60}, {1, 50}}, {100, 100}) == "1 ");
    CHECK(left_out({{90, 1}, {20, 60}, {1, 50}}, {100, 100}) == "1 ");
    CHECK(left_out({{kMost, 0}, {kMost, 0}, {1, 0}}, {10, 10}) == "0 1 ");
    CHECK(left_out({{1, kMost}, {1, 1}}, {10, 10}) == "0 ");
}

TEST_CASE("a problem stands at what adds most, and tells values or bytes, whatever there is too much of") {
    const std::string_view bytes = "a: &a [1, 2]\nb: &b abcdefgh\nc: [*b, *b, *a, *a]\n";
    const YamlTree tree = parse_yaml(bytes);
    REQUIRE(tree.added == Amount{2 * 1 + 2 * 3, 2 * 8 + 2 * 2});
    const auto told = [&](const Amount& most) {
        const YamlProblem problem = too_much_by_aliases(tree, Mistake::aliases_too_large, tree.added, most);
        return std::string(bytes.substr(problem.begin, problem.end - problem.begin)) + " " +
               std::to_string(problem.begin) + (problem.of_text ? " bytes " : " values ") +
               std::to_string(problem.number) + " of " + std::to_string(problem.most);
    };
    CHECK(told({4, 100}) == "*a 40 values 8 of 4");
    CHECK(told({100, 10}) == "*b 32 bytes 20 of 10");
    CHECK(told({1, 10}) == "*a 40 values 8 of 1");
    CHECK(told({4, 1}) == "*b 32 bytes 20 of 1");
}
