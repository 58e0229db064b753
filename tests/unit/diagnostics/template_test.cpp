#include "diagnostics/template.h"

#include <doctest/doctest.h>

#include <string>

using namespace ims;

namespace {

// Why a text is no template for such arguments; empty where it is one.
template <std::size_t Count>
std::string mistake(std::string_view text, const std::array<Holds, Count>& arguments) {
    try {
        check_template(text, arguments);
        return "";
    } catch (const TemplateMistake& found) {
        return found.what;
    }
}
std::string mistake(std::string_view text) { return mistake(text, std::array<Holds, 0>()); }

constexpr std::array<Holds, 1> kOne = {Holds::one};
constexpr std::array<Holds, 1> kCount = {Holds::count};
constexpr std::array<Holds, 1> kList = {Holds::list};

}  // namespace

TEST_CASE("a template has a hole for each argument, and an argument for each hole") {
    CHECK(mistake("role {} has no deputy", kOne).empty());
    CHECK(mistake("{0} is {0}", kOne).empty());
    CHECK(mistake("the {{braces}} of {}", kOne).empty());
    CHECK(mistake("role {} has no deputy") == "more holes than arguments");
    CHECK(mistake("{1}", kOne) == "more holes than arguments");
    CHECK(mistake("nobody", kOne) == "an argument without a hole");
    CHECK(mistake("{") == "{ has no }");
    CHECK(mistake("}") == "} has no {; a brace is written }}");
    CHECK(mistake("{x}", kOne) == "a hole holds neither a number nor a plural");
}

TEST_CASE("only what counts has a plural, and only a list is cut") {
    CHECK(mistake("{0} {0:risk|risks}", kCount).empty());
    CHECK(mistake("{0:is|are} {0:4} of {0:all}", kList).empty());
    CHECK(mistake("{0:is|are} {0}", kOne) == "a plural of what does not count");
    CHECK(mistake("{:4}", kCount) == "it is no list, and cannot be cut");
    CHECK(mistake("{:0}", kList) == "at least one of a list is shown");
    CHECK(mistake("{0:risk|} {0}", kCount) == "a plural has two words");
}

TEST_CASE("what readers see holds no backtick, no name of a field and no file of records") {
    CHECK(mistake("name who stands in[[: `deputies: [ROLE]`]]").empty());
    CHECK(mistake("[[`review.every` of ims.yaml|the usual interval]] says so").empty());
    const std::string ticked = "readers see no backtick and no _: put it between [[ ]]";
    CHECK(mistake("add `deputies`") == ticked);
    CHECK(mistake("[[a|`b`]]") == ticked);
    CHECK(mistake("the top_management decides") == ticked);
    const std::string file = "readers see no file of records and no YAML: put it between [[ ]]";
    CHECK(mistake("ims.yaml names none") == file);
    CHECK(mistake("as YAML") == file);
}

TEST_CASE("no template is half of a sentence, whoever reads it") {
    const std::string begins = "it begins as half of a sentence does";
    const std::string ends = "it ends as half of a sentence does";
    for (const std::string_view half : {" on {}", ", on {}", "; {}", "and {} more", "or {}"}) {
        CAPTURE(half);
        CHECK(mistake(half, kOne) == begins);
    }
    for (const std::string_view half : {"{} ", "{},", "{}: ", "{} and", "the title of", "{}; "}) {
        CAPTURE(half);
        CHECK(mistake(half, half.find('{') == std::string_view::npos ? kOne : kOne) != "");
    }
    CHECK(mistake("{}: ", kOne) == ends);
    CHECK(mistake("it is [[so|]]") == ends);
    CHECK(mistake("[[so|]] it is") == begins);
    CHECK(mistake("it [[so|]] is") == "two blanks, or a blank before a comma");
    CHECK(mistake("") == "it says nothing");
}

TEST_CASE("what is for one voice alone is closed, not nested, and has one bar at most") {
    CHECK(mistake("a[[: `[x]`]] b").empty());
    CHECK(mistake("a [[b") == "[[ has no ]]");
    CHECK(mistake("a [[b [[c]] d]]") == "[[ stands in [[ ]]");
    CHECK(mistake("a [[b|c|d]]") == "[[ ]] holds one bar at most");
    // What comes behind it is the same for both.
    constexpr std::array<Holds, 2> kTwo = {Holds::one, Holds::one};
    CHECK(mistake("a[[ b {}]] of {}", kTwo) == "{} would be another argument for readers: say which, as {0}");
    CHECK(mistake("a[[ b {0}]] of {1}", kTwo).empty());
    CHECK(mistake("a [[b {}|c {}]] of {}", kTwo).empty());
    // A plural in it keeps its own.
    CHECK(mistake("a [[{0:b|c}|d]] {0}", kCount).empty());
}
