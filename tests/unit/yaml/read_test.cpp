// What valid files become: nodes, texts and the place of each. Also that nothing valid is reported.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "yaml/describe.h"
#include "yaml/tree.h"

using namespace ims;

namespace {

void check(std::string_view bytes, const std::string& expected) {
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
    check("a:\n\n      # deep\n  b: c\n \t # tab\n\t\n  d: e\n", "{<a>: {<b>: <c>, <d>: <e>}@19-41}@0-41");
    check("? a\n: b\n? c\n", "{<a>: <b>, <c>: <>@11}@2-11");
}

TEST_CASE("empty values stand just after what they belong to") {
    check("a:\nb: c\n", "{<a>: <>@2, <b>: <c>}@0-7");
    check("a:   # comment\n\nb:\n", "{<a>: <>@2, <b>: <>@18}@0-18");
    check("-\n- a\n-", "[<>@1, <a>, <>@7]@1-7");
    check("{a, b: , c: d}", "{<a>: <>@2, <b>: <>@6, <c>: <d>}@0-14");
    check("a: &x\nb: c\n", "{<a>: &<>@5, <b>: <c>}@0-10");
    check("a:\n  - b:\n  - c\n", "{<a>: [{<b>: <>@9}@7-9, <c>]@7-15}@0-15");
}

TEST_CASE("null, written or not") {
    check("a: ~\nb: null\nc: Null\nd: NULL\n",
          "{<a>: <~>=null, <b>: <null>=null, <c>: <Null>=null, <d>: <NULL>=null}@0-28");
    check("a:\nnull: b\n", "{<a>: <>@2, <null>=null: <b>}@0-10");
    check("a: nullable\nb: 'null'\n", "{<a>: <nullable>, <b>: <'null'>=null}@0-21");
    check("a: null\n  b\n", "{<a>: <null\\n  b>=null b}@0-11");
}

TEST_CASE("plain texts") {
    check("a: b c  # comment\n", "{<a>: <b c>}@0-6");
    check("a: b#c 'd' \"e\" [f] {g}, h\n", "{<a>: <b#c 'd' \"e\" [f] {g}, h>}@0-25");
    check("a: -b\nc: ?d\ne: :f\n", "{<a>: <-b>, <c>: <?d>, <e>: <:f>}@0-17");
    check("a: http://b.c/d:e?f\n", "{<a>: <http://b.c/d:e?f>}@0-19");
    check("a: 12:30\nb: 2026-01-01\n", "{<a>: <12:30>, <b>: <2026-01-01>}@0-22");
    check("a: b\n  c\n\n  d\n", "{<a>: <b\\n  c\\n\\n  d>=b c\\nd}@0-13");
    check("a: b\n  - c\n", "{<a>: <b\\n  - c>=b - c}@0-10");
    check("a:\n  b\n  c\n", "{<a>: <b\\n  c>=b c}@0-10");
    check("a: b\n \t c\n", "{<a>: <b\\n \\t c>=b c}@0-9");
    check("- a\n b\n- c\n", "[<a\\n b>=a b, <c>]@2-10");
    check("a\nb\n", "<a\\nb>=a b");
    check("key with blanks: \xC3\xA9t\xC3\xA9\n", "{<key with blanks>: <\xC3\xA9t\xC3\xA9>}@0-22");
}

TEST_CASE("quoted texts") {
    check("a: 'b'\n", "{<a>: <'b'>=b}@0-6");
    check("a: \"b: # c\"  # d\n", "{<a>: <\"b: # c\">=b: # c}@0-11");
    check("a: 'it''s'\n", "{<a>: <'it''s'>=it's}@0-10");
    check(R"(a: "\"\\\/\x41\u00e9\U0001F600\n\t\e")",
          "{<a>: <\"\\\"\\\\\\/\\x41\\u00e9\\U0001F600\\n\\t\\e\">=\"\\/A\xC3\xA9\xF0\x9F\x98\x80\\n\\t\x1B}@0-37");
    check("a: \"b\n  c\n\n  d\"\n", "{<a>: <\"b\\n  c\\n\\n  d\">=b c\\nd}@0-15");
    check("a: \"b \\\n  c\"\n", "{<a>: <\"b \\\\n  c\">=b c}@0-12");
    check("a: 'b\n  c'\n", "{<a>: <'b\\n  c'>=b c}@0-10");
    check("a: \"b\n\"\n", "{<a>: <\"b\\n\">=b }@0-7");  // the quote alone may stand at the margin
    check("\"a\": b\n'c' : d\n", "{<\"a\">=a: <b>, <'c'>=c: <d>}@0-14");
    check("a: ''\nb: \"\"\n", "{<a>: <''>=, <b>: <\"\">=}@0-11");
}

TEST_CASE("blocks of text") {
    check("a: |\n  b\n  c\n", "{<a>: <|\\n  b\\n  c>=b\\nc\\n}@0-12");
    check("a: >\n  b\n  c\n\nd: e\n", "{<a>: <>\\n  b\\n  c>=b c\\n, <d>: <e>}@0-18");
    check("a: |-\n  b\n\nc: d\n", "{<a>: <|-\\n  b>=b, <c>: <d>}@0-15");
    check("a: |+\n  b\n\nc: d\n", "{<a>: <|+\\n  b>=b\\n\\n, <c>: <d>}@0-15");
    check("a: | # comment\n  b # text\n", "{<a>: <| # comment\\n  b # text>=b # text\\n}@0-25");
    check("a: |2\n   b\n  c\n", "{<a>: <|2\\n   b\\n  c>= b\\nc\\n}@0-14");
    check("a:\n  b: |2\n      c\n     d\n", "{<a>: {<b>: <|2\\n      c\\n     d>=  c\\n d\\n}@5-25}@0-25");
    check("a: |\n\n  b\n    c\n\n  d\n", "{<a>: <|\\n\\n  b\\n    c\\n\\n  d>=\\nb\\n  c\\n\\nd\\n}@0-20");
    check("a: |\nb: c\n", "{<a>: <|>=, <b>: <c>}@0-9");
    check("a: |\n  b\n # comment\nc: d\n", "{<a>: <|\\n  b>=b\\n, <c>: <d>}@0-24");
    check("a: |\n  b\n\t\nc: d\n", "{<a>: <|\\n  b>=b\\n, <c>: <d>}@0-15");
    check("a: |\n  \tb\n", "{<a>: <|\\n  \\tb>=\\tb\\n}@0-9");
    check("a: |\n  b", "{<a>: <|\\n  b>=b}@0-8");
    check("- |\n a\n- >-\n b\n c\n", "[<|\\n a>=a\\n, <>-\\n b\\n c>=b c]@2-17");
    check("|\na\n b\n", "<|\\na\\n b>=a\\n b\\n");
    check("--- >\n%a\n# b\n", "<>\\n%a\\n# b>=%a # b\\n");
}

TEST_CASE("brackets") {
    check("[a, b]", "[<a>, <b>]@0-6");
    check("a: [b, {c: d}, [e]]\n", "{<a>: [<b>, {<c>: <d>}@7-13, [<e>]@15-18]@3-19}@0-19");
    check("a: []\nb: {}\n", "{<a>: []@3-5, <b>: {}@9-11}@0-11");
    check("a: [b, c,]\n", "{<a>: [<b>, <c>]@3-10}@0-10");
    check("a: [\n  b, # comment\n  c\n]\nd: e\n", "{<a>: [<b>, <c>]@3-25, <d>: <e>}@0-30");
    check("a: {b: c,\n  d: e}\n", "{<a>: {<b>: <c>, <d>: <e>}@3-17}@0-17");
    check("{\"a\":b, 'c':d}", "{<\"a\">=a: <b>, <'c'>=c: <d>}@0-14");
    check("{a:1}", "{<a:1>: <>@4}@0-5");
    check("[a: b, c]", "[{<a>: <b>}@1-5, <c>]@0-9");
    check("[? a : b]", "[{<a>: <b>}@3-8]@0-9");
    check("{a\n  b: c, d\n  : e}", "{<a\\n  b>=a b: <c>, <d>: <e>}@0-19");
    check("[what?, a?b, -c]", "[<what?>, <a?b>, <-c>]@0-16");
    check("[a\n  b, 'c\n  d']", "[<a\\n  b>=a b, <'c\\n  d'>=c d]@0-16");
    check("a: [what?\n   now]\n", "{<a>: [<what?\\n   now>=what? now]@3-17}@0-17");
    check("a: [b]  # comment\n", "{<a>: [<b>]@3-6}@0-6");
}

TEST_CASE("anchors and aliases") {
    check("a: &x b\nc: *x\n", "{<a>: &<b>, <c>: *<*x>->2}@0-13");
    check("a: &x\n  b: c\nd: [*x, *x]\n", "{<a>: &{<b>: <c>}@8-12, <d>: [*<*x>->2, *<*x>->2]@16-24}@0-24");
    check("- &x a\n- &x b\n- *x\n", "[&<a>, &<b>, *<*x>->2]@5-18");
    check("- &x a: b\n  c: d\n", "[{&<a>: <b>, <c>: <d>}@5-16]@5-16");
    check("- &x\n  a: b\n- *x\n", "[&{<a>: <b>}@7-11, *<*x>->1]@7-16");
    check("- &x text\n  more\n- &y |\n  text\n", "[&<text\\n  more>=text more, &<|\\n  text>=text\\n]@5-30");
    check("a: &x\n- b\n", "{<a>: &[<b>]@8-9}@0-9");
    check("&x [a, &y b]\n", "&[<a>, &<b>]@3-12");
    check("a: &\xC3\xA9 b\nc: *\xC3\xA9\n", "{<a>: &<b>, <c>: *<*\xC3\xA9>->2}@0-15");
}

TEST_CASE("documents") {
    check("", "none");
    check("# comment\n\n", "none");
    check("---\n", "none");
    check("---\n# comment\n---\na\n", "none --- <a>");
    check("a: b\n---\nc: d\n", "{<a>: <b>}@0-4 --- {<c>: <d>}@9-13");
    check("--- a\n...\n# comment\n", "<a>");
    check("a\n...\nb\n", "<a> --- <b>");
    check("%YAML 1.2\n---\na: b\n", "{<a>: <b>}@14-18");
    check("# comment\n%YAML 1.1 # older\n%OTHER x\n---\na\n", "<a>");
    check("a: |\n  ---\nb: \"\n  --- ...\"\n", "{<a>: <|\\n  --->=---\\n, <b>: <\"\\n  --- ...\">= --- ...}@0-26");
    check("a: ---b\n----: c\n", "{<a>: <---b>, <---->: <c>}@0-15");
    check("--- |\n a\n--- \"b\"\n", "<|\\n a>=a\\n --- <\"b\">=b");
}

TEST_CASE("byte order mark and line ends") {
    check(
        "\xEF\xBB\xBF"
        "a: b\n",
        "{<a>: <b>}@3-7");
    check(
        "\xEF\xBB\xBF"
        "a: |\n  b\nc: 'd\n  e'\n",
        "{<a>: <|\\n  b>=b\\n, <c>: <'d\\n  e'>=d e}@3-22");
    check("a: b\r\nc: |\r\n  d\r\n  e\r\nf: 'g\r\n  h'\r\n",
          "{<a>: <b>, <c>: <|\\r\\n  d\\r\\n  e>=d\\ne\\n, <f>: <'g\\r\\n  h'>=g h}@0-33");
    check("a: b\rc:\r- d\r", "{<a>: <b>, <c>: [<d>]@10-11}@0-11");
    check(
        "a: b\xC2\x85"
        "c\n",
        "{<a>: <b\xC2\x85"
        "c>}@0-7");  // NEL is a printable character, no line end
}

TEST_CASE("a text that stands in the file as it is, is not copied") {
    const auto copied = [](std::string_view bytes) { return !parse_yaml(bytes).arena.empty(); };
    CHECK_FALSE(copied("a: b c\nd: 'e'\nf: \"g\"\nh: [i, 'j']\n"));
    CHECK_FALSE(copied("a: |\n  one line\nb: >-\n  another\n"));
    CHECK_FALSE(copied("a: |+\n  one line\n"));
    CHECK(copied("a: 'it''s'\n"));
    CHECK(copied("a: |\r\n  one line\r\n"));
    CHECK(copied("a: |\n  two\n  lines\n"));
}
