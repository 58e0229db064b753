// What is wrong with a file before it is YAML: its encoding, its size, control characters, merge conflicts;
// and what is told of a document that cannot be read.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "diagnostics/rules.h"
#include "yaml/describe.h"
#include "yaml/messages.h"
#include "yaml/tree.h"

using namespace ims;
using namespace std::string_view_literals;

namespace {

void check(std::string_view bytes, const std::string& problems, const std::string& tree_text) {
    INFO(bytes);
    const YamlTree tree = parse_yaml(bytes);
    CHECK(test::describe_problems(tree, bytes) == problems);
    CHECK(test::describe(tree, bytes) == tree_text);
    CHECK(test::find_flaw(tree, bytes) == "");
}

// The message of the only problem.
std::string said(std::string_view bytes, const YamlLimits& limits = {}) {
    const YamlTree tree = parse_yaml(bytes, limits);
    REQUIRE(tree.problems.size() == 1);
    return test::problem_words(tree.problems[0], tree, bytes).message;
}

std::string unread(std::string_view bytes) {
    const YamlTree tree = parse_yaml(bytes);
    CHECK(test::find_flaw(tree, bytes) == "");
    std::string text;
    for (const UnreadLine& line : tree.unread) {
        CHECK(bytes.substr(line.begin, line.end - line.begin) == line.value);
        text += line.key + "=" + line.value + ";";
    }
    return text;
}

}  // namespace

TEST_CASE("control characters are reported once, and read as blanks") {
    check(
        "a: b\x01"
        "c\nd: \x02\n",
        "control-character <\x01>",
        "{<a>: <b\x01"
        "c>=b c, <d>: <>@9}@0-9");
    check("a: b\0c\nd: e\n"sv, "control-character <" + std::string(1, '\0') + ">",
          "{<a>: <b" + std::string(1, '\0') + "c>=b c, <d>: <e>}@0-11");
    check("a: \x04\nb: c\n", "control-character <\x04>", "{<a>: <>@2, <b>: <c>}@0-9");
    check("a: 'b\x7F'\n", "control-character <\x7F>", "{<a>: <'b\x7F'>=b }@0-7");
    check(
        "a: b\xC2\x9B"
        "c\n",
        "control-character <\xC2\x9B>",
        "{<a>: <b\xC2\x9B"
        "c>=b  c}@0-7");
    check("a: b\nc: d\xEF\xBB\xBF\n", "control-character <\xEF\xBB\xBF>", "{<a>: <b>, <c>: <d>}@0-9");
    check(
        "a: |\n  b\x0C"
        "c\n",
        "control-character <\x0C>",
        "{<a>: <|\\n  b\x0C"
        "c>=b c\\n}@0-10");
    check("a\x1B: b\n", "control-character <\x1B>", "{<a>: <b>}@0-5");
    check("a: \"\\x01\\0\"\n", "",
          "{<a>: <\"\\x01\\0\">=" + std::string("\x01\0", 2) + "}@0-11");  // written out, they are meant
    CHECK(said("a: \x01\x02\x03\n") == "the file holds a control character (U+0001), and 2 more like it");
}

TEST_CASE("a replaced byte hides no other mistake, and its consequences are not reported") {
    check("a: b\x01\nc: d: e\n", "control-character <\x01>; invalid-yaml <:>", "broken");
    check(
        "\x0C"
        "a: b\nc: d\n",
        "control-character <\x0C>", "broken");
    check("a: \xFF b\n", "not-utf-8 <\xFF>", "broken");
    check(
        "a: b\n---\n\x01"
        "c: d\ne: f\n---\ng: h: i\n",
        "control-character <\x01>; invalid-yaml <:>", "{<a>: <b>}@0-4 --- broken --- broken");
}

TEST_CASE("text that is not UTF-8") {
    check("a: caf\xE9\nb: c\n", "not-utf-8 <\xE9>", "{<a>: <caf\xE9>=caf?, <b>: <c>}@0-12");
    check("a: \xC0\xAF\nb: \xED\xA0\x80\n", "not-utf-8 <\xC0>", "{<a>: <\xC0\xAF>=??, <b>: <\xED\xA0\x80>=???}@0-12");
    check("a: \xE9\xE8\x01\n", "not-utf-8 <\xE9>; control-character <\x01>", "{<a>: <\xE9\xE8>=??}@0-5");
    check("a: \xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\n", "", "{<a>: <\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80>}@0-12");
    const auto message = [](std::string_view bytes) {
        const YamlTree tree = parse_yaml(bytes);
        CHECK(test::describe(tree, bytes) == "broken");
        REQUIRE(tree.problems.size() == 1);
        CHECK(rule_of(tree.problems[0].mistake) == RuleId::not_utf_8);
        return said(bytes);
    };
    CHECK(message("\xFF\xFE"
                  "a\0:\0 \0b\0"sv) == "the file is UTF-16, not UTF-8");
    CHECK(message("\xFE\xFF\0a\0:\0 \0b"sv) == "the file is UTF-16, not UTF-8");
    CHECK(message("a\0:\0 \0b\0"sv) == "the file is UTF-16, not UTF-8");
    CHECK(message("\0a\0:\0 \0b"sv) == "the file is UTF-16, not UTF-8");
    CHECK(message("\xFF\xFE\0\0a\0\0\0"sv) == "the file is UTF-32, not UTF-8");
    CHECK(message("a\0\0\0:\0\0\0"sv) == "the file is UTF-32, not UTF-8");
}

TEST_CASE("merge conflicts") {
    const std::string_view conflict = "a: b\n<<<<<<< ours\nc: d\n=======\nc: e: f\n>>>>>>> theirs\n";
    check(conflict, "conflict-marker <<<<<<<<>", "broken");
    CHECK(unread(conflict) == "a=b;c=d;c=e: f;");
    check("<<<<<<< a\n>>>>>>> b\n<<<<<<< c\n>>>>>>> d\n", "conflict-marker <<<<<<<<>", "broken");
    check("a: b\n<<<<<<< ours\nc: d\n---\ne: f\n=======\n>>>>>>> theirs\n---\ng: h\n", "conflict-marker <<<<<<<<>",
          "broken --- broken --- {<g>: <h>}@59-63");
    check("a: b\n<<<<<<< x\n", "conflict-marker <<<<<<<<>", "broken");
    check("a: b\n=======\nc: d\n>>>>>>> theirs\n", "conflict-marker <=======>", "broken");
    check("a: b\n>>>>>>> theirs\n", "conflict-marker <>>>>>>>>", "broken");
    check("a: |\n  <<<<<<< b\n  =======\nc: <<<<<<< d\n", "",
          "{<a>: <|\\n  <<<<<<< b\\n  =======>=<<<<<<< b\\n=======\\n, <c>: <<<<<<<< d>}@0-39");
}

TEST_CASE("a file that is too large is not read") {
    YamlLimits limits;
    limits.file_bytes = 10;
    const std::string_view bytes = "a: b: c: d\n";
    const YamlTree tree = parse_yaml(bytes, limits);
    CHECK(test::describe(tree, bytes) == "broken");
    CHECK(test::describe_problems(tree, bytes) == "too-large <>");
    CHECK(said(bytes, limits) == "the file is larger than 10 bytes");
    CHECK(test::describe(parse_yaml("a: bbbbbbb", limits), "a: bbbbbbb") == "{<a>: <bbbbbbb>}@0-10");
}

TEST_CASE("lines that can be told of what cannot be read") {
    CHECK(unread("risk: fire\ntitle: a: b\nowner:\n  - c: d\nnote:e\n") == "risk=fire;title=a: b;");
    CHECK(unread("risk: 'fire'  # c\nsite: \"shop\" # d\nrole:  x#y # e\nbad: [\n") ==
          "risk=fire;site=shop;role=x#y;bad=[;");
    CHECK(unread("risk: fire\r\ntitle: 'open\r\n") == "risk=fire;title=open;");
    CHECK(unread("risk: one\n---\nrisk: two: x\n---\nrisk: three\n") == "risk=two: x;");
    CHECK(unread("risk: # nothing\na b: c\n- d: e\n  f: g\n\th: i\n\x20: j\n") == "");
    CHECK(unread("risk: fire\n") == "");
}
