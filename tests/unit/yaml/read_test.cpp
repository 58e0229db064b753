// What valid files become: nodes, texts and the place of each.
#include <doctest/doctest.h>

#include <string>

#include "yaml/describe.h"
#include "yaml/tree.h"

using namespace ims;

namespace {

void check(const std::string& bytes, const std::string& expected) {
    INFO(bytes);
    const YamlTree tree = parse_yaml(bytes);
    CHECK(test::describe_problems(tree, bytes) == "");
    CHECK(test::describe(tree, bytes) == expected);
    CHECK(test::find_flaw(tree, bytes) == "");
}

}  // namespace

TEST_CASE("mappings and lists by indentation") {
    check("a: b", "{<a>: <b>}@0-4");
    check("a: b\nc: d\n", "{<a>: <b>, <c>: <d>}@0-9");
    check("a:\n  b: c\nd: e\n", "{<a>: {<b>: <c>}@5-9, <d>: <e>}@0-14");
    check("- a\n- b\n", "[<a>, <b>]@2-7");
    check("a:\n- b\n- c\nd: e\n", "{<a>: [<b>, <c>]@5-10, <d>: <e>}@0-15");
    check("a:\n  - b\n", "{<a>: [<b>]@7-8}@0-8");
    check("- a: b\n  c: d\n- e\n", "[{<a>: <b>, <c>: <d>}@2-13, <e>]@2-17");
    check("- - a\n  - b\n- c\n", "[[<a>, <b>]@4-11, <c>]@4-15");
    check("-\n  a: b\n", "[{<a>: <b>}@4-8]@4-8");
    check("a :  b\n", "{<a>: <b>}@0-6");
    check("  a: b\n  c: d\n", "{<a>: <b>, <c>: <d>}@2-13");
    check("a:\tb\n", "{<a>: <b>}@0-4");
    check("-\tb\n", "[<b>]@2-3");
    check("a:   # comment\n  b: c # more\n# end\nd: e\n", "{<a>: {<b>: <c>}@17-21, <d>: <e>}@0-39");
    check("? a\n: b\n? c\n", "{<a>: <b>, <c>: <>@11}@2-11");
}

TEST_CASE("empty values stand just after what they belong to") {
    check("a:\nb: c\n", "{<a>: <>@2, <b>: <c>}@0-7");
    check("a:   # comment\n\nb:\n", "{<a>: <>@2, <b>: <>@18}@0-18");
    check("-\n- a\n-", "[<>@1, <a>, <>@7]@1-7");
    check("{a, b: , c: d}", "{<a>: <>@2, <b>: <>@6, <c>: <d>}@0-14");
    check("a: &x\nb: c\n", "{<a>: &<>@5, <b>: <c>}@0-10");
}

TEST_CASE("null, written or not") {
    check("a: ~\nb: null\nc: Null\nd: NULL\n",
          "{<a>: <~>=null, <b>: <null>=null, <c>: <Null>=null, <d>: <NULL>=null}@0-28");
    check("a:\nnull: b\n", "{<a>: <>@2, <null>=null: <b>}@0-10");
    check("a: nullable\nb: 'null'\n", "{<a>: <nullable>, <b>: <'null'>=null}@0-21");
}
