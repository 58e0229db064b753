// How texts, lists and maps are written by themselves.
#include "yaml/write.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace ims;

namespace {

std::string written(std::string_view text, ScalarHabit habit = {}, ScalarPlace place = {}) {
    const Result<std::string> result = write_scalar(text, place, habit);
    return result ? *result : "error: " + result.error().message();
}

ScalarHabit plain_as(ImpliedType type) { return {ScalarStyle::plain, type, ScalarStyle::double_quoted}; }

NewValue text_of(std::string text) {
    NewValue value;
    value.text = std::move(text);
    return value;
}

NewValue list_of(std::vector<NewValue> items) {
    NewValue value;
    value.form = NewValue::Form::list;
    value.items = std::move(items);
    return value;
}

NewValue map_of(std::vector<NewEntry> entries) {
    NewValue value;
    value.form = NewValue::Form::map;
    value.entries = std::move(entries);
    return value;
}

// Written beside what the file holds at its root.
std::string in_line(const NewValue& value, std::string_view beside) {
    const YamlTree tree = parse_yaml(beside);
    std::vector<NodeId> nodes;
    if (tree.documents[0].root.known()) nodes.push_back(tree.documents[0].root);
    const Result<std::string> result = write_in_line(value, true, Neighbours(tree, beside, nodes));
    return result ? *result : "error: " + result.error().message();
}

}  // namespace

TEST_CASE("what a plain text may be taken for") {
    const auto check = [](ImpliedType type, const std::vector<std::string_view>& texts) {
        for (const std::string_view text : texts) {
            CAPTURE(text);
            CHECK(implied_type(text) == type);
        }
    };
    check(ImpliedType::null, {"", "~", "null", "Null", "nULL"});
    check(ImpliedType::boolean, {"y", "N", "yes", "No", "ON", "off", "true", "FALSE"});
    check(ImpliedType::number,
          {"0",   "-1", "+12",  "1_000", "1,000", "007",  "0o17",   "0x1F", "-0xa",  "0b10",  "1.",  ".5",
           "-.5", ".",  "1.10", "8.5.1", "1e5",   "1E+5", "1.5e-3", ".inf", "-.Inf", "+.INF", ".NaN"});
    check(ImpliedType::time, {"12:30", "190:20:30", "-1:30.5"});
    check(ImpliedType::date, {"2026-01-01", "2026-1-1", "2026-01-01T12:30:00Z", "2026-01-01 12:30:00.5 +01:00"});
    check(ImpliedType::merge, {"=", "<<"});
    check(ImpliedType::text, {"nothing", "yes please", "1 h", "30 d", "1-2", "e5", "+", "0xg", "12:", "a:b", "2026-01",
                              "2026-01-01 was a Thursday", "iso-9001:8.5", "10:30 pm", "-", "cash: daily"});
}

TEST_CASE("a text stands without quotes where no reader takes it for anything else") {
    CHECK(written("cash at hand") == "cash at hand");
    CHECK(written("it's \"so\", C#1 of [a] {b}") == "it's \"so\", C#1 of [a] {b}");
    CHECK(written("iso-9001:8.5") == "iso-9001:8.5");
    CHECK(written("-5 degrees") == "-5 degrees");
    CHECK(written("caf\xC3\xA9 \xE2\x82\xAC") == "caf\xC3\xA9 \xE2\x82\xAC");
    CHECK(written("no") == "\"no\"");
    CHECK(written("1.10") == "\"1.10\"");
    CHECK(written("2026-01-01") == "\"2026-01-01\"");
    CHECK(written("") == "\"\"");
    CHECK(written(" a") == "\" a\"");
    CHECK(written("cash: daily") == "\"cash: daily\"");
    CHECK(written("cash:") == "\"cash:\"");
    CHECK(written("no #1") == "\"no #1\"");
    CHECK(written("- a") == "\"- a\"");
    CHECK(written("---") == "\"---\"");
    CHECK(written("@home") == "\"@home\"");
}

TEST_CASE("within brackets and as a key a text must hold more") {
    const ScalarPlace brackets{true, false};
    const ScalarPlace key{false, true};
    CHECK(written("a, b", {}, brackets) == "\"a, b\"");
    CHECK(written("[a]", {}, brackets) == "\"[a]\"");
    CHECK(written("a {b}", {}, brackets) == "\"a {b}\"");
    CHECK(written("what?", {}, brackets) == "\"what?\"");
    CHECK(written("iso-9001:8.5", {}, brackets) == "iso-9001:8.5");
    CHECK(written("a, b", {}, key) == "a, b");
    CHECK(written(std::string(1024, 'k'), {}, key) == std::string(1024, 'k'));
    CHECK(written(std::string(1025, 'k'), {}, key) == "error: a key of more than 1024 bytes cannot be written");
}

TEST_CASE("a value stays plain in the place of one of the same type") {
    CHECK(written("2026-02-01", plain_as(ImpliedType::date)) == "2026-02-01");
    CHECK(written("-4", plain_as(ImpliedType::number)) == "-4");
    CHECK(written("yes", plain_as(ImpliedType::boolean)) == "yes");
    CHECK(written("12:30", plain_as(ImpliedType::time)) == "12:30");
    CHECK(written("some day", plain_as(ImpliedType::date)) == "some day");
    CHECK(written("no", plain_as(ImpliedType::date)) == "\"no\"");
    CHECK(written("null", plain_as(ImpliedType::null)) == "\"null\"");  // it is to be a text
    CHECK(written("<<", plain_as(ImpliedType::merge)) == "\"<<\"");
}

TEST_CASE("quotes are kept where they can hold the text") {
    const ScalarHabit single{ScalarStyle::single_quoted, {}, {}};
    const ScalarHabit twice{ScalarStyle::double_quoted, {}, {}};
    CHECK(written("a", single) == "'a'");
    CHECK(written("it's \\n", single) == "'it''s \\n'");
    CHECK(written("a\nb", single) == R"("a\nb")");
    CHECK(written("a\tb", single) == R"("a\tb")");
    CHECK(written("a", twice) == "\"a\"");
    CHECK(written("say \"it's\" \\", twice) == R"("say \"it's\" \\")");
    CHECK(written("\r\x01\x7F\xC2\x85\xE2\x80\xA8\xEF\xBB\xBF", twice) == R"("\r\u0001\u007F\u0085\u2028\uFEFF")");
    CHECK(written("no", {ScalarStyle::plain, {}, ScalarStyle::single_quoted}) == "'no'");
    CHECK(written("no\n", {ScalarStyle::plain, {}, ScalarStyle::single_quoted}) == R"("no\n")");
    CHECK(written("\xFF") == "error: a text that is not UTF-8 cannot be written");
}

TEST_CASE("the quotes that prevail in a file") {
    const auto prevailing = [](std::string_view bytes) { return prevailing_quotes(parse_yaml(bytes)); };
    CHECK(prevailing("a: b\n") == ScalarStyle::double_quoted);
    CHECK(prevailing("a: 'b'\n") == ScalarStyle::single_quoted);
    CHECK(prevailing("a: 'b'\nc: \"d\"\n") == ScalarStyle::double_quoted);
    CHECK(prevailing("'a': 'b'\nc: \"d\"\n") == ScalarStyle::single_quoted);
}

TEST_CASE("lists and maps on one line, like what stands beside them") {
    const NewValue value = map_of({{"risk", text_of("fire")},
                                   {"due", text_of("2026-01-01")},
                                   {"by", list_of({text_of("a"), text_of("no")})},
                                   {"yes", map_of({})}});
    CHECK(in_line(value, "") == R"({risk: fire, due: "2026-01-01", by: [a, "no"], "yes": {}})");
    CHECK(in_line(value, "{due: 2025-01-01, risk: \"x\", yes: 1, by: ['b']}") ==
          R"({risk: "fire", due: 2026-01-01, by: ['a', 'no'], yes: {}})");
    CHECK(in_line(list_of({}), "") == "[]");
    CHECK(in_line(map_of({{"a", text_of("b")}, {"a", text_of("c")}}), "") ==
          "error: a map cannot hold the key `a` twice");
}

TEST_CASE("lines of blocks of text") {
    const auto lines = [](std::string_view text, ScalarStyle style, std::size_t width) {
        REQUIRE(can_be_block(text, style));
        return write_block_lines(text, style, 2, "\n", width);
    };
    CHECK(lines("a\n  b\n\nc", ScalarStyle::literal, 80) == "\n  a\n    b\n\n  c");
    CHECK(lines("a\nb\n\nc", ScalarStyle::folded, 80) == "\n  a\n\n  b\n\n\n  c");
    CHECK(lines("one two three  four five", ScalarStyle::folded, 8) == "\n  one two\n  three  four\n  five");
    CHECK_FALSE(can_be_block("", ScalarStyle::literal));
    CHECK_FALSE(can_be_block("a\n", ScalarStyle::literal));
    CHECK_FALSE(can_be_block("a\n \nb", ScalarStyle::literal));
    CHECK_FALSE(can_be_block("a\n b", ScalarStyle::folded));
    CHECK_FALSE(can_be_block("a\r\nb", ScalarStyle::literal));
}
