// What is reported, and where; and beside it what looks alike and is not.
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
    CHECK(test::describe_problems(tree, bytes) == expected);
    CHECK(test::find_flaw(tree, bytes) == "");
    for (const YamlProblem& problem : tree.problems) {
        const test::ProblemWords words = test::problem_words(problem, tree, bytes);
        CHECK(words.message.find("yaml-cpp") == std::string::npos);
        CHECK(words.message.back() != '.');
        CHECK(words.help.back() != '.');
    }
}

// The one problem is that the file is no YAML; `message` begins what is said of it.
void check_invalid(std::string_view bytes, const std::string& span, std::string_view message) {
    check(bytes, "invalid-yaml " + span);
    const YamlTree tree = parse_yaml(bytes);
    REQUIRE(tree.problems.size() == 1);
    CHECK(test::problem_words(tree.problems[0], tree, bytes).message.substr(0, message.size()) == message);
}

void check_fine(std::string_view bytes) { check(bytes, ""); }

}  // namespace

TEST_CASE("a value that holds a colon") {
    const std::string_view said = "a value holds a `:`";
    check_invalid("title: a: b\n", "<:>", said);
    check_invalid("- a: b: c\n", "<:>", said);
    check_invalid("a: \"b\": c\n", "<:>", said);
    check_invalid("a: {b: c: d}\n", "<:>", said);
    check_fine("title: a:b\nurl: http://c\ntime: 12:30\n");
    check_fine("title: 'a: b'\n");
}

TEST_CASE("indentation that fits nothing") {
    check_invalid("a: b\n  c: d\n", "<c:>", "a line is indented deeper");
    check_invalid("a: 'b'\n  c: d\n", "<c: d>", "a line is indented deeper");
    check_invalid("a: [b]\n  c: d\n", "<c: d>", "a line is indented deeper");
    check_invalid("- a: b\n   c: d\n", "<c:>", "a line is indented deeper");
    check_invalid("a:\n  b: c\n d: e\n", "<d: e>", "a line is indented like none");
    check_invalid("a:\n  - b\n - c\n", "<- c>", "a line is indented like none");
    check_invalid("  a: b\nc: d\n", "<c: d>", "a line is indented like none");
    check_invalid("- a\n  - b: c\n", "<- b:>", "a line is indented deeper");
    check_invalid("- http://a\n  b: c\n", "<b:>", "a line is indented deeper");
    check_fine("a: b\n  c\n");
    check_fine("a:\n    b: c\nd:\n  e: f\n");
    check_fine("a:\n- b\nc:\n  - d\n");
}

TEST_CASE("tabs that indent") {
    const std::string_view said = "a tab indents a line";
    check_invalid("a:\n\tb: c\n", "<\\t>", said);
    check_invalid("a:\n  b: c\n\td: e\n", "<\\t>", said);
    check_invalid("a:\n\tb\n", "<\\t>", said);
    check_invalid("a:\n \tb: c\n", "<\\t>", said);
    check_invalid("a:\n\t- b\n", "<\\t>", said);
    check_invalid("a: b\n\tc\n", "<\\t>", said);
    check_invalid("a: \"b\n\tc\"\n", "<\\t>", said);
    check_invalid("a: [\n\tb]\n", "<\\t>", said);
    check_invalid("a: |\n\tb\n", "<\\t>", said);
    check_invalid("a: |\n  b\n\t\n  c\n", "<\\t>", said);
    check_invalid("-\ta: b\n", "<\\t>", said);
    check_invalid("a:\n\t\tb: c\n", "<\\t>", said);
    check_fine("a:\tb\t# c\n\t\n\t# d\ne: f\n");
    check_fine("a:\n  \tb\n");
    check_fine("a: [\n  \tb]\n");
}

TEST_CASE("lists and mappings at one level") {
    check_invalid("- a\nb: c\n", "<b: c>", "a key stands where the next item");
    check_invalid("- a\n'b': c\n", "<'b': c>", "a key stands where the next item");
    check_invalid("a: b\n- c\n", "<- c>", "a list item stands where the next key");
    check_invalid("a: - b\n", "<- b>", "a list begins on the line of its key");
    check_invalid("- a\n-b\n", "<-b>", "a blank is missing after `-`");
    check_invalid("- a\nb\n", "<b>", "a line stands among the items");
    check_invalid("a: &x - b\n", "<- b>", "an anchor or tag stands before a list item");
    check_fine("a:\n- b\nc: d\n");
    check_fine("- a: b\n-\n  - c\n");
    check_fine("-a: b\n");
}

TEST_CASE("lines that are no key and value") {
    check_invalid("key:value\nother: x\n", "<:>", "a blank is missing after `:`");
    check_invalid("a: b\nkey:value\n", "<:>", "a blank is missing after `:`");
    check_invalid("- key:value\n  other: x\n", "<:>", "a blank is missing after `:`");
    check_invalid("\"a\":b\n", "<:>", "a blank is missing after `:`");
    check_invalid("a: b\nkey = value\n", "<=>", "a key is followed by `=`");
    check_invalid("a: b\nkey=value\n", "<=>", "a key is followed by `=`");
    check_invalid("a: b\nsome text\n", "<some text>", "a line has no `: `");
    check_invalid("some text\na: b\n", "<some text>", "a line has no `: `");
    check_invalid("a: b\n: c\n", "<:>", "a key is missing");
    check_invalid("a: b\n\"c\" d\n", "<\"c\" d>", "a line has no `: `");
    check_invalid("a: 'b'\n'c'\n", "<'c'>", "a line has no `: `");
    check_invalid("# c\n'a' # d\nb: c\n", "<b: c>", "text follows where the document is complete");
    check_fine("key:value\n");
    check_fine("a: key:value\nb: c=d\n");
    check_fine("a b c: d\n");
}

TEST_CASE("keys that are no plain text") {
    const std::string_view said = "a key is no plain text";
    check_invalid("? [a]\n: b\n", "<[a]>", said);
    check_invalid("[a]: b\n", "<[a]>", said);
    check_invalid("a: b\n{c: d}: e\n", "<{c: d}>", said);
    check_invalid("{[a]: b}\n", "<[a]>", said);
    check_invalid("[{a: b}: c]\n", "<{a: b}>", said);
    check_invalid("? - a\n: b\n", "<a>", said);
    check_invalid("? a: b\n: c\n", "<a: b>", said);
    check_invalid("a: &x b\n*x : c\n", "<*x>", said);
    check_invalid("a: {&x b: c, *x : d}\n", "<*x>", said);
    check_invalid("a:\n  *b : c\nd: &b e\n", "<*b>", "no anchor `&b`");
    check_invalid("{: a}\n", "<:>", "a key is missing");
    check_invalid("?\n: a\n", "<?>", "a key is missing");
    check_invalid(std::string(1025, 'k') + ": a\n", "<" + std::string(1025, 'k') + ">", "a key is longer than 1024");
    check_invalid("a\n  b: c\n", "<a>", "a line has no `: `");
    check_invalid("\"a\n  b\": c\n", "<\"a\\n  b\">", "a key runs over several lines");
    check_invalid("[a\n  b: c]\n", "<a\\n  b>", "a key runs over several lines");
    check_fine(std::string(1024, 'k') + ": a\n");
    check_fine("'[a]': b\n\"c\": d\n? e\n: f\nnull: g\n? |\n  h\n: i\n");
}

TEST_CASE("quotes left open") {
    const std::string_view said = "a quote opens here and is not closed";
    check_invalid("a: \"b\n", "<\"b>", said);
    check_invalid("a: 'b\nc: d\n", "<'b>", said);
    check_invalid("a: \"b  \nc: \"d\"\ne: f\n", "<\"b>", said);
    check_invalid("a:\n  b: \"c\n  d: \"e\"\n", "<\"c>", said);
    check_invalid("a: \"b\n  c\" d\n", "<\"b>", said);
    check_invalid("- 'b\n- 'c'\n", "<'b>", said);
    check_invalid("a: [\"b, c]\nd: e\n", "<\"b, c]>", said);
    check_invalid("a: [\"b\n   c\" d]\n", "<\">", said);
    check_invalid("'a\nb: c\n", "<'a>", said);
    check_invalid("a: '\n", "<'>", said);
    check_invalid("a: \"b\\", "<\"b\\>", said);
    check_fine("a: it's\nb: 5\" wide\n");
}

TEST_CASE("text after a value") {
    check_invalid("a: \"b\" c\n", "<c>", "text follows the closing quote");
    check_invalid("a: 'it's'\n", "<s'>", "text follows the closing quote");
    check_invalid("a: \"b\" \"c\"\n", "<\"c\">", "text follows the closing quote");
    check_invalid("- \"b\"c\n", "<c>", "text follows the closing quote");
    check_invalid("a: [\"b\"c]\n", "<c]>", "text follows the closing quote");
    check_invalid("a: [b] c\n", "<c>", "text follows the closing bracket");
    check_invalid("a: {b: c}}\n", "<}>", "a closing bracket was never opened");
    check_invalid("a: &x b\nc: *x d\n", "<d>", "text follows an alias");
    check_invalid("a: \"b\"#c\n", "<#>", "a blank is missing before `#`");
    check_invalid("a: [b]#c\n", "<#>", "a blank is missing before `#`");
    check_invalid("'a'\n'b'\n", "<'b'>", "text follows where the document is complete");
    check_invalid("a # b\nc\n", "<c>", "a text goes on here that ended above");
    check_fine("a: \"b\" # c\nd: [e] # f\n");
    check_fine("a: b'c' \"d\"\n");
}

TEST_CASE("backslashes between double quotes") {
    check_invalid("a: \"C:\\path\"\n", "<\\p>", "a backslash");
    check_invalid("a: \"\\x4\"\n", "<\\x4>", "a backslash");
    check_invalid("a: \"\\ud800\"\n", "<\\ud800>", "a backslash between double quotes gives half");
    check_invalid("a: \"\\ude00\\ud83d\"\n", "<\\ude00>", "a backslash between double quotes gives half");
    check_invalid("a: \"\\ud83d\\U0000de00\"\n", "<\\ud83d>", "a backslash between double quotes gives half");
    check_invalid("a: \"\\U00110000\"\n", "<\\U00110000>", "a backslash between double quotes gives the number");
    check_invalid("a: \"it\\'s\"\n", "<\\'>", "a backslash");
    check_fine("a: 'C:\\path'\nb: C:\\path\n");
}

TEST_CASE("brackets") {
    const std::string_view open = "a bracket opens here and is not closed";
    check_invalid("a: [b, c\nd: e\n", "<[>", open);
    check_invalid("a: {b: c\nd: e\nf: g}\n", "<{>", open);
    check_invalid("a: [b,\nc]\n", "<[>", open);
    check_invalid("a: [b", "<[>", open);
    check_invalid("[a, [b]\n", "<[>", open);
    check_invalid("a: [b}\n", "<}>", "a closing bracket is not of the kind");
    check_invalid("a: ]\n", "<]>", "a closing bracket was never opened");
    check_invalid("a: [b,, c]\n", "<,>", "nothing stands before a comma");
    check_invalid("a: [, b]\n", "<,>", "nothing stands before a comma");
    check_invalid("a: ['b' 'c']\n", "<'>", "a comma is missing");
    check_invalid("a: [[b] [c]]\n", "<[>", "a comma is missing");
    check_invalid("a: [- b]\n", "<->", "a `- ` stands between brackets");
    check_invalid("a: [b, |]\n", "<|>", "a text between brackets begins with `|`");
    check_invalid("a: {{ b }}\n", "<{{>", "a value begins with `{{`");
    check_invalid("a: , b\n", "<,>", "a text begins with a comma");
    check_invalid("a: [b #c\n", "<[>", open);
    check_fine("a: [\n  b,\n  c\n]\n");
    check_fine("a: b]\nc: d}\ne: f, g\n");
    check_fine("a: '{{ b }}'\n");
}

TEST_CASE("blocks of text") {
    check_invalid("a: | b\n", "<b>", "text stands beside");
    check_invalid("a: >b\n", "<b>", "text stands beside");
    check_invalid("a: |#b\n  c\n", "<#>", "a blank is missing before `#`");
    check_invalid("a: |0\n", "<0>", "the number after `|` or `>`");
    check_invalid("a: |\n    b\n  c\n", "<c>", "a line of text is indented less");
    check_invalid("a: |\n     \n  b\n", "<     >", "a blank line before a block of text");
    check_invalid("a: |\nb\n", "<b>", "the text after `|` or `>` is not indented");
    check_fine("a: |\n  b\n# c\nd: e\n");
    check_fine("a: |\n \n  b\n");
    check_fine("a: <b> | c > d\n");
}

TEST_CASE("characters that begin no value") {
    check_invalid("a: @b\n", "<@>", "a text begins with a character");
    check_invalid("a: `b`\n", "<`>", "a text begins with a character");
    check_invalid("a: b\n| c | d |\n", "<|>", "a line begins with `|` or `>`");
    check_invalid("a: %b\n", "<%>", "a text begins with `%`");
    check_invalid("- a\n- @b\n", "<@>", "a text begins with a character");
    check_invalid("a: b\n% comment\n", "<%>", "a text begins with `%`");
    check_invalid("a: ? b\n", "<? b>", "a value begins with `? `");
    check_invalid("[?]\n", "<?>", "a value begins with `? `");
    check_fine("a: b@c\nd: 5 %\ne: x `y`\n");
}

TEST_CASE("anchors and aliases") {
    check_invalid("* item\n", "<*>", "a `*` names nothing");
    check_invalid("a: *b\n", "<*b>", "no anchor `&b` stands before");
    check_invalid("a: *b\nc: &b d\n", "<*b>", "no anchor `&b` stands before");
    check_invalid("**bold**: a\n", "<**bold**:>", "stars stand around `bold`");
    check_invalid("a: & b\n", "<&>", "a `&` names nothing");
    check_invalid("a: &b, c\n", "<,>", "a comma or a bracket stands close to an anchor");
    check_invalid("a: &b &c d\n", "<&c>", "a value has two anchors");
    check_invalid("a: &b c\nd: &e *b\n", "<&e>", "an alias has an anchor");
    check("a: b\n---\nc: &x d\n---\ne: *x\n", "invalid-yaml <*x>");  // each document has its own
    check_fine("a: b*c & d\n");
}

TEST_CASE("directives and ends of documents") {
    check_invalid("% comment\na: b\n", "<%>", "a line begins with `%`");
    check_invalid("%YAML 1.2\na: b\n", "<%>", "a line begins with `%`");
    check_invalid("%YAML 2.0\n---\na: b\n", "<%YAML 2.0>", "a `%YAML` line");
    check_invalid("%YAML 1.2 x\n---\na: b\n", "<%YAML 1.2 x>", "a `%YAML` line");
    check_invalid("a: b\n... c\n", "<c>", "text follows `...`");
    check_invalid("--- a: b\n", "<a:>", "a list or a mapping begins on the line of `---`");
    check_invalid("--- - a\n", "<- a>", "a list or a mapping begins on the line of `---`");
    check_fine("%YAML 1.2 # c\n---\na: b\n... # d\n");
}

TEST_CASE("a mistake hides no other document") {
    const std::string_view bytes = "a: b: c\n---\nd: e\n---\nf: 'g\n---\nh: [i\n...\nj: k\n";
    const YamlTree tree = parse_yaml(bytes);
    CHECK(test::describe(tree, bytes) == "broken --- {<d>: <e>}@12-16 --- broken --- broken --- {<j>: <k>}@41-45");
    CHECK(test::describe_problems(tree, bytes) == "invalid-yaml <:>; invalid-yaml <'g>; invalid-yaml <[>");
}

TEST_CASE("duplicate keys") {
    check("a: 1\nb: 2\na: 3\n", "duplicate-key <a>");
    check("a: 1\na: 2\na: 3\n", "duplicate-key <a>; duplicate-key <a>");
    check("a: 1\n'a': 2\n\"\\x61\": 3\n", "duplicate-key <'a'>; duplicate-key <\"\\x61\">");
    check("a:\n  - {b: 1, b: 2}\n", "duplicate-key <b>");
    check("null: 1\nnull: 2\n", "duplicate-key <null>");
    std::string many;
    for (int key = 0; key < 40; ++key) many += "key" + std::to_string(key % 38) + ": x\n";
    check(many, "duplicate-key <key0>; duplicate-key <key1>");
    check_fine("a: {b: 1}\nc: {b: 1}\nA: 1\n");
    check_fine("null: 1\n~: 2\n'': 3\n");

    const std::string_view bytes = "a: 1\nb: 2\na: 3\n";
    const YamlTree tree = parse_yaml(bytes);
    REQUIRE(tree.problems.size() == 1);
    CHECK(test::problem_words(tree.problems[0], tree, bytes).related == "the first one");
    CHECK(tree.problems[0].related_begin == 0);
    CHECK(tree.problems[0].related_end == 1);
    CHECK(test::describe(tree, bytes) == "{<a>: <1>, <b>: <2>, <a>: <3>}@0-14");
}

TEST_CASE("merge keys and tags") {
    check("a: &x {b: c}\nd:\n  <<: *x\n", "merge-key <<<>");
    check("<<: a\n<<: b\n", "merge-key <<<>; merge-key <<<>");
    check("a: !!str b\n", "tag <!!str>");
    check("a: !local {b: !<tag:x,2000:y> c}\n", "tag <!local>; tag <!<tag:x,2000:y>>");
    check("! a\n", "tag <!>");
    check("a: !Important, read this\n", "tag <!Important,>");
    check("[!a, !<b,c> d]\n", "tag <!a>; tag <!<b,c>>");
    check("a: !t\nb: !e!f [c]\n", "tag <!t>; tag <!e!f>");
    check("!t a: b\n!t c: d\n", "tag <!t>; tag <!t>");
    check("a: !important\n  text: 1\n", "tag <!important>");
    check_fine("'<<': a\nb: '!c'\nd: e!f\n");
    check_fine("a: <<\nb: 'c'\nd: \"e\"\n");
    const std::string_view bytes = "a: !!str b\nc: !!int\n";
    CHECK(test::describe(parse_yaml(bytes), bytes) == "{<a>: <b>, <c>: <>@19}@0-19");
}

TEST_CASE("recursive aliases") {
    check("&a [*a]\n", "recursive-alias <*a>");
    check("a: &x\n  b: *x\n", "recursive-alias <*x>");
    check("a: &x\n  b: [{c: *x}]\n", "recursive-alias <*x>");
    check_fine("a: &x b\nc: [*x]\nd: &x {e: f}\n");
    CHECK(test::describe(parse_yaml("&a [*a]\n"), "&a [*a]\n") == "broken");
}
