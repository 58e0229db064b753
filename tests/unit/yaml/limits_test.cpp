// Files made to hurt: whatever they hold, reading ends soon, with one problem where one is due.
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "built_in.h"
#include "yaml/describe.h"
#include "yaml/messages.h"
#include "yaml/tree.h"

using namespace ims;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t time = 0; time < times; ++time) result += text;
    return result;
}

std::string rules_of(const std::string& bytes, const YamlLimits& limits = {}) {
    const YamlTree tree = parse_yaml(bytes, limits);
    CHECK(test::find_flaw(tree, bytes) == "");
    std::string rules;
    for (const YamlProblem& problem : tree.problems) {
        if (!rules.empty()) rules += ' ';
        rules += built_in_book()[rule_of(problem.mistake)].name;
    }
    return rules;
}

std::string nested_lists(std::size_t levels) { return repeat("[", levels) + repeat("]", levels); }

std::string nested_maps(std::size_t levels) {
    std::string bytes;
    for (std::size_t level = 0; level < levels; ++level) bytes += std::string(level, ' ') + "a:\n";
    return bytes;
}

}  // namespace

TEST_CASE("nesting is limited, however it is written") {
    CHECK(rules_of(nested_lists(100)) == "");
    CHECK(rules_of(nested_lists(101)) == "too-deep");
    CHECK(rules_of(nested_maps(100)) == "");
    CHECK(rules_of(nested_maps(101)) == "too-deep");
    CHECK(rules_of(repeat("- ", 100) + "a") == "");
    CHECK(rules_of(repeat("- ", 101) + "a") == "too-deep");
    CHECK(rules_of(repeat("{a: ", 101) + repeat("}", 101)) == "too-deep");
    CHECK(rules_of(repeat("[a: ", 51) + repeat("]", 51)) == "too-deep");  // each holds a mapping
    for (const std::string_view text : {"[", "[a: ", "{a: ", "- ", "? ", "- ? ", "&a [", "!t ["}) {
        INFO(text);
        CHECK(rules_of(repeat(text, 100'000)).ends_with("too-deep"));
    }
    YamlLimits limits;
    limits.depth = 2;
    CHECK(rules_of("a: [b]", limits) == "");
    CHECK(rules_of("a: [[b]]", limits) == "too-deep");
    limits.depth = 1'000'000;  // there is an end to it all the same
    CHECK(rules_of(nested_lists(100'000), limits) == "too-deep");
}

TEST_CASE("what aliases add to depth and size is counted, not written out") {
    CHECK(rules_of("a: &a " + nested_lists(60) + "\nb: [*a]\n") == "");
    CHECK(rules_of("a: &a " + nested_lists(60) + "\nb: " + repeat("[", 50) + "*a" + repeat("]", 50)) == "too-deep");
    CHECK(rules_of("a: &a " + nested_lists(60) + "\nb: &b " + repeat("[", 30) + "*a" + repeat("]", 30) +
                   "\nc: " + repeat("[", 30) + "*b" + repeat("]", 30)) == "too-deep");

    std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 50; ++level) {
        const std::string alias = "*a" + std::to_string(level - 1);
        laughs +=
            "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + repeat(alias + ", ", 10) + "]\n";
    }
    CHECK(rules_of(laughs) == "too-large");
    std::string texts = "a0: &a0 " + repeat("x", 1000) + "\n";
    CHECK(rules_of(texts + "b: [" + repeat("*a0, ", 100) + "]\n") == "");
    CHECK(rules_of(texts + "b: [" + repeat("*a0, ", 200) + "]\n") == "too-large");

    YamlLimits limits;
    limits.aliases = {{6, 10}, {0, 0}};
    CHECK(rules_of("a: &a [b, c]\nd: [*a, *a]\n", limits) == "");
    CHECK(rules_of("a: &a [b, c]\nd: [*a, *a, *a]\n", limits) == "too-large");
    CHECK(rules_of("a: &a [b, c]\nd: [*a, *a]\n---\na: &a [b, c]\nd: [*a, *a]\n", limits) == "");  // of one document
    CHECK(rules_of("a: &a [b, c]\nd: [*a, *a, *a]\n---\na: &a [b, c]\nd: [*a, *a, *a]\n", limits) ==
          "too-large too-large");
    CHECK(rules_of("a: &a abcde\nd: [*a, *a]\n", limits) == "");
    CHECK(rules_of("a: &a abcdef\nd: [*a, *a]\n", limits) == "too-large");
    CHECK(rules_of(repeat("- a\n", 50'000), limits) == "");  // without aliases
    CHECK(rules_of(repeat("&a [*a,", 100'000)) == "recursive-alias");
}

TEST_CASE("long files of one character or line take no longer than others") {
    constexpr std::size_t kTimes = 20'000;
    for (const std::string_view text : {"\"",
                                        "'",
                                        "\"\" ",
                                        "a: ",
                                        "*a ",
                                        "&a ",
                                        "!a ",
                                        "| ",
                                        "> ",
                                        "|\n",
                                        "%a\n",
                                        "@",
                                        "\t",
                                        "\t\n",
                                        "\r",
                                        "\n",
                                        "# a\n",
                                        "---\n",
                                        "...\n",
                                        "--- a\n",
                                        "a: b\n",
                                        "- a\n",
                                        "<<: a\n",
                                        "- !t\n",
                                        "a,",
                                        "{a,",
                                        "?\n",
                                        ": ",
                                        ":\n",
                                        "<<<<<<< a\n",
                                        "<<<<<<< a\n>>>>>>> b\n---\n",
                                        "=======\n",
                                        "\x01",
                                        "\xFF",
                                        "\xC3\xA9",
                                        "\xEF\xBB\xBF",
                                        "a: b: c\n---\n",
                                        "a: 'b\n---\n",
                                        "\\",
                                        "a: |\n b\n",
                                        "a:\n  b\n   c\n",
                                        "- &a b\n- *a\n",
                                        " a\n",
                                        "a: >+\n\n"}) {
        INFO(text);
        rules_of(repeat(text, kTimes));
        rules_of("a: \"" + repeat(text, kTimes));
        rules_of("a: [" + repeat(text, kTimes));
        rules_of("a: |\n  " + repeat(text, kTimes));
    }
    CHECK(rules_of("a: " + repeat("word ", kTimes)) == "");
    CHECK(rules_of("a: b\n" + repeat("  c\n", kTimes)) == "");
    CHECK(rules_of("a: b\n" + repeat("\n", kTimes) + "c: d\n") == "");
    CHECK(rules_of("a: |\n" + repeat(" \n", kTimes) + "  b\n") == "");
    CHECK(rules_of(repeat("a", kTimes) + ": b\n") == "invalid-yaml");
}

TEST_CASE("of very many problems the last tells the rest") {
    const std::string bytes = repeat("- !t a\n", 1500);
    const YamlTree tree = parse_yaml(bytes);
    REQUIRE(tree.problems.size() == 1000);
    CHECK(tree.problems.back().left_out == 500);
    CHECK(test::problem_words(tree.problems.back(), tree, bytes).message ==
          "tag `!t` is used, and 500 more problems follow in this file");
    CHECK(tree.documents[0].root.known());
}
