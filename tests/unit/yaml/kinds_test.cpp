// YAML kind by kind: what is read and what it says, what is refused and what is told of it, and what is left out.
#include "yaml/kinds.h"

#include <doctest/doctest.h>

#include <set>

#include "yaml/describe.h"
#include "yaml/mistake.h"

using namespace ims;

namespace {

void check(const test::Kind& kind) {
    INFO(kind.name);
    INFO(kind.bytes);
    const YamlTree tree = parse_yaml(kind.bytes);
    CHECK(test::problems_of(tree, kind.bytes) == kind.problems);
    if (!kind.value.empty()) CHECK(test::values_of(tree, kind.bytes) == kind.value);
    CHECK(test::find_flaw(tree, kind.bytes) == "");
}

}  // namespace

TEST_CASE("valid kinds of YAML, and what they say") {
    const std::vector<test::Kind> kinds = test::read_kinds(test::valid_kinds());
    CHECK(kinds.size() >= 320);
    for (const test::Kind& kind : kinds) {
        CHECK_FALSE(kind.value.empty());
        check(kind);
    }
}

TEST_CASE("malformed kinds of YAML, and what is told of each where") {
    const std::vector<test::Kind> kinds = test::read_kinds(test::malformed_kinds());
    CHECK(kinds.size() >= 160);
    std::set<Mistake> seen;
    for (const test::Kind& kind : kinds) {
        check(kind);
        const YamlTree tree = parse_yaml(kind.bytes);
        CHECK(tree.problems.size() == 1);
        for (const YamlProblem& problem : tree.problems) {
            CHECK(is_not_yaml(problem.mistake));
            seen.insert(problem.mistake);
        }
    }
    // Every way in which a text can be no YAML is among them.
    for (std::size_t index = 0; index < kMistakes; ++index) {
        const auto mistake = static_cast<Mistake>(index);
        INFO(index);
        CHECK(is_not_yaml(mistake) == seen.contains(mistake));
    }
}

TEST_CASE("kinds of YAML that are left out or read in another way") {
    for (const test::Kind& kind : test::read_kinds(test::left_out_kinds())) {
        CHECK_FALSE(kind.value.empty());
        check(kind);
    }
}

TEST_CASE("line ends of two characters and of one say the same") {
    for (const test::Kind& kind : test::read_kinds(test::valid_kinds())) {
        if (kind.bytes.find('\r') != std::string::npos) continue;
        INFO(kind.name);
        std::string bytes;
        for (const char c : kind.bytes) bytes += c == '\n' ? std::string("\r\n") : std::string(1, c);
        const YamlTree tree = parse_yaml(bytes);
        CHECK(test::values_of(tree, bytes) == kind.value);
    }
}
