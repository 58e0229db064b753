// What becomes of a file when a value of it changes: the bytes before, the operation, the bytes after. `«` and `»` mark
// the value in the bytes before.
#include "yaml/rewrite.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace ims;

namespace {

using Change = std::function<Result<TextEdit>(const YamlTree&, std::string_view, NodeId)>;

std::string after(std::string bytes, const Change& operation) {
    constexpr std::string_view kOpen = "«";
    constexpr std::string_view kClose = "»";
    const std::size_t begin = bytes.find(kOpen);
    REQUIRE(begin != std::string::npos);
    bytes.erase(begin, kOpen.size());
    const std::size_t end = bytes.find(kClose);
    REQUIRE(end != std::string::npos);
    bytes.erase(end, kClose.size());
    const YamlTree tree = parse_yaml(bytes);
    REQUIRE(tree.problems.empty());
    const NodeId node = node_at(tree, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    REQUIRE(node.known());
    const Result<TextEdit> edit = operation(tree, bytes, node);
    if (!edit) return "error: " + edit.error().message();
    return bytes.replace(edit->begin, edit->end - edit->begin, edit->text);
}

Change to(std::string text) {
    return [text = std::move(text)](const YamlTree& tree, std::string_view bytes, NodeId node) {
        return replace_scalar(tree, bytes, node, text);
    };
}

Change part(std::string was, std::string text) {
    return [was = std::move(was), text = std::move(text)](const YamlTree& tree, std::string_view bytes, NodeId node) {
        return replace_in_scalar(tree, bytes, node, was, text);
    };
}

Change add(NewValue item) {
    return [item = std::move(item)](const YamlTree& tree, std::string_view bytes, NodeId node) {
        return add_item(tree, bytes, node, item);
    };
}

Change add(std::string text) {
    NewValue value;
    value.text = std::move(text);
    return add(std::move(value));
}

Change add_both(std::string first, std::string second) {
    NewValue item;
    item.text = std::move(first);
    NewValue more;
    more.text = std::move(second);
    return [item, more](const YamlTree& tree, std::string_view bytes, NodeId node) {
        return add_item(tree, bytes, node, item, {more});
    };
}

Change add_map(const std::vector<std::pair<std::string, std::string>>& entries) {
    NewValue value;
    value.form = NewValue::Form::map;
    for (const auto& [key, text] : entries) {
        value.entries.push_back({key, {}});
        value.entries.back().value.text = text;
    }
    return add(std::move(value));
}

NewEntry entry_of(std::string key, std::string text, std::string comment = {}) {
    NewEntry entry{std::move(key), {}, std::move(comment)};
    if (text.empty()) entry.value.form = NewValue::Form::nothing;
    entry.value.text = std::move(text);
    return entry;
}

Change add_entry(std::vector<NewEntry> entries, std::vector<std::string> behind = {}) {
    return [entries = std::move(entries), behind = std::move(behind)](const YamlTree& tree, std::string_view bytes,
                                                                      NodeId node) {
        return add_entries(tree, bytes, node, entries, behind);
    };
}

Result<TextEdit> entry_goes(const YamlTree& tree, std::string_view bytes, NodeId key) {
    return remove_entry(tree, bytes, key);
}

Result<TextEdit> entry_goes_with_notes(const YamlTree& tree, std::string_view bytes, NodeId key) {
    return remove_entry(tree, bytes, key, Notes::go);
}

Result<TextEdit> item_goes(const YamlTree& tree, std::string_view bytes, NodeId item) {
    return remove_item(tree, bytes, item);
}

Result<TextEdit> item_goes_with_notes(const YamlTree& tree, std::string_view bytes, NodeId item) {
    return remove_item(tree, bytes, item, Notes::go);
}

NewValue text_of(std::string text, bool typed = false) {
    NewValue value;
    value.text = std::move(text);
    value.typed = typed;
    return value;
}

NewValue list_of(const std::vector<std::string>& texts) {
    NewValue value;
    value.form = NewValue::Form::list;
    for (const std::string& text : texts) value.items.push_back(text_of(text));
    return value;
}

NewValue map_of(std::string key, NewValue entry) {
    NewValue value;
    value.form = NewValue::Form::map;
    value.entries.emplace_back(std::move(key), std::move(entry));
    return value;
}

Change into(NewValue value) {
    return [value = std::move(value)](const YamlTree& tree, std::string_view bytes, NodeId node) {
        return replace_with(tree, bytes, node, value);
    };
}

}  // namespace

TEST_CASE("a value becomes one of another form") {
    CHECK(after("a: «b, c»  # d\n", into(list_of({"b", "c"}))) == "a: [b, c]  # d\n");
    CHECK(after("a: «'b, c'»\n", into(list_of({"b", "c"}))) == "a: ['b', 'c']\n");
    CHECK(after("a:\n  «-b\n  -c»\nd: e\n", into(list_of({"b", "c"}))) == "a:\n  [b, c]\nd: e\n");
    CHECK(after("a: {b: «c; d», e: f}\n", into(list_of({"c", "d"}))) == "a: {b: [c, d], e: f}\n");
    CHECK(after("a: «[b]»\n", into(text_of("b"))) == "a: b\n");
    CHECK(after("a: [«{b: c}», d]\n", into(text_of("b: c"))) == "a: [\"b: c\", d]\n");
    CHECK(after("a: «2026-01-01»\n", into(map_of("last", text_of("2026-01-01", true)))) == "a: {last: 2026-01-01}\n");
    CHECK(after("a: «x»\n", into(map_of("last", text_of("2026-01-01")))) == "a: {last: \"2026-01-01\"}\n");
    CHECK(after("a: «{b: 98, c: d}»\n", into(map_of("b", text_of("98.7", true)))) == "a: {b: 98.7}\n");
}

TEST_CASE("a value does not become another where that takes more than its own line") {
    const Change text = into(text_of("x"));
    CHECK(after("«a»: b\n", text) == "error: a key is always a text");
    CHECK(after("a:«»\n", text) == "error: no value stands there");
    CHECK(after("a: «|\n  b»\n", text) == "error: a block of text stands there");
    CHECK(after("a:\n  - «b\n  - c»\n", text) == "error: a list over several lines stands there");
    CHECK(after("a:\n  «b: c\n  d: e»\n", text) == "error: what stands there takes several lines");
    CHECK(after("a: «[b,\n  c]»\n", text) == "error: what stands there takes several lines");
    CHECK(after("a: &d «b»\n", text) == "error: the value has an anchor or a tag, which would become that of another");
}

TEST_CASE("a replaced text keeps its style where that can hold it") {
    CHECK(after("a: «b»  # c\n", to("d e")) == "a: d e  # c\n");
    CHECK(after("a: «b»\n", to("no")) == "a: \"no\"\n");
    CHECK(after("a: «b»\nc: 'd'\n", to("1.10")) == "a: '1.10'\nc: 'd'\n");
    CHECK(after("a: «\"cash: daly\"»\n", to("cash: daily")) == "a: \"cash: daily\"\n");
    CHECK(after("a: «'b'»\n", to("it's")) == "a: 'it''s'\n");
    CHECK(after("a: «'b'»\n", to("b\nc")) == "a: \"b\\nc\"\n");
    CHECK(after("a: «2026-01-01»\n", to("2026-02-01")) == "a: 2026-02-01\n");
    CHECK(after("a: «yes»\n", to("no")) == "a: no\n");
    CHECK(after("a: «3»\n", to("yes")) == "a: \"yes\"\n");
    CHECK(after("a: «b\n  c»\nd: e\n", to("f")) == "a: f\nd: e\n");
    CHECK(after("a: «'b\n  c'»\nd: e\n", to("f")) == "a: 'f'\nd: e\n");
    CHECK(after("a: [b, «c»]\n", to("d, e")) == "a: [b, \"d, e\"]\n");
    CHECK(after("a: {b: «c»}\n", to("d}")) == "a: {b: \"d}\"}\n");
    CHECK(after("- «a»\n", to("b")) == "- b\n");
}

TEST_CASE("an empty value gets a text") {
    CHECK(after("a:«»\nb: c\n", to("d")) == "a: d\nb: c\n");
    CHECK(after("a:«» # none\n", to("d")) == "a: d # none\n");
    CHECK(after("a: «~»\n", to("d")) == "a: d\n");
    CHECK(after("- a\n-«»\n", to("d")) == "- a\n- d\n");
    CHECK(after("{a:«», b: c}\n", to("d")) == "{a: d, b: c}\n");
    CHECK(after("{a«»}\n", to("d")) == "{a: d}\n");
    CHECK(after("a: &x«»\n", to("d")) == "a: &x d\n");
    CHECK(after("? a«»\n", to("d")) == "error: the key after `?` has no `:` after which a value could be written");
}

TEST_CASE("a key is replaced, but not by one that is there") {
    CHECK(after("«purpsoe»: a\ntitle: b\n", to("purpose")) == "purpose: a\ntitle: b\n");
    CHECK(after("«a»: b\n", to("no")) == "\"no\": b\n");
    CHECK(after("«'a'» : b\n", to("c")) == "'c' : b\n");
    CHECK(after("- «a»: b\n  c: d\n", to("e: f")) == "- \"e: f\": b\n  c: d\n");
    CHECK(after("«titel»: a\ntitle: b\n", to("title")) == "error: the map has a key `title` already");
}

TEST_CASE("a block of text stays one, or becomes a quoted text") {
    CHECK(after("a: «|  # why\n    b\n    c»\nd: e\n", to("f\n\ng\n")) == "a: |  # why\n    f\n\n    g\nd: e\n");
    CHECK(after("a: «>-\n  one two three\n  four»\nb: c\n", to("five six seven eight")) ==
          "a: >-\n  five six\n  seven eight\nb: c\n");
    CHECK(after("a: «>\n  b»\nc: d\n", to("e\nf\n")) == "a: >\n  e\n\n  f\nc: d\n");
    CHECK(after("a: «|  # why\n  b»\nc: d\n", to("e")) == "a: \"e\"  # why\nc: d\n");
    CHECK(after("a: «|\r\n  b»\r\n", to("c\nd\n")) == "a: |\r\n  c\r\n  d\r\n");
    CHECK(after("a: «|2\n    b\n  c»\n", to("  d\ne\n")) == "a: |2\n    d\n  e\n");
    CHECK(after("- «|2-\n   \n    b»\n- c\n", to("d")) == "- |2-\n  d\n- c\n");  // a line of blanks tells no column
    CHECK(after("a: «|+\n  b»\n\n\nc: d\n", to("e\n\n\n")) == "a: |+\n  e\n\n\nc: d\n");
    CHECK(after("a: «|\n  b»\n", to("c\x01\n")) == "a: \"c\\u0001\\n\"\n");
}

TEST_CASE("a part is replaced where it stands, and the lines around it keep their layout") {
    CHECK(after("a: «cash daly»\n", part("daly", "daily")) == "a: cash daily\n");
    CHECK(after("a: «\"caf\\u00e9 daly\"»\n", part("daly", "daily")) == "a: \"caf\\u00e9 daily\"\n");
    CHECK(after("a: «'it''s daly'»\n", part("it's", "that's")) == "a: 'that''s daly'\n");
    CHECK(after("a: «one\n  two daly\n  three»\n", part("daly", "daily")) == "a: one\n  two daily\n  three\n");
    CHECK(after("a: «>\n  one daly\n  two\n\n  three»\n", part("daly", "daily")) ==
          "a: >\n  one daily\n  two\n\n  three\n");
    CHECK(after("a: «>\n  one\n  two\n  three»\n", part("one two", "five")) == "a: >\n  five\n  three\n");
    CHECK(after("a: «|  # daly\n  one daly»\n", part("daly", "daily")) == "a: |  # daly\n  one daily\n");
    CHECK(after("«pay daly»: a\n", part("daly", "daily")) == "pay daily: a\n");
}

TEST_CASE("else the whole text is written anew") {
    CHECK(after("a: «nob»\n", part("b", "")) == "a: \"no\"\n");
    CHECK(after("a: «b c»\n", part("b", "b:")) == "a: \"b: c\"\n");
    CHECK(after("a: «b\n  c»\n", part("c", "#d")) == "a: \"b #d\"\n");
    CHECK(after("a: «\"b\\tn\"»\n", part("n", "m")) == "a: \"b\\tm\"\n");
    CHECK(after("a: «|\n  b\n  c»\n", part("b\nc", "d\ne")) == "a: |\n  d\n  e\n");
    CHECK(after("a: «b b»\n", part("b", "c")) == "error: `b` stands in the text more than once");
    CHECK(after("a: «b»\n", part("c", "d")) == "error: `c` does not stand in the text");
    CHECK(after("a: «b»\n", part("", "d")) == "error: `` does not stand in the text");
}

TEST_CASE("one more item in brackets") {
    CHECK(after("a: «[b, c]»  # d\n", add("e")) == "a: [b, c, e]  # d\n");
    CHECK(after("a: «[]»\n", add("e")) == "a: [e]\n");
    CHECK(after("a: «[]»\n", add_both("e", "f")) == "a: [e, f]\n");
    CHECK(after("a: «[b, c]»  # d\n", add_both("e", "f")) == "a: [b, c, e, f]  # d\n");
    CHECK(after("a: «[b, c,]»\n", add_both("e", "f")) == "a: [b, c, e, f,]\n");
    CHECK(after("a: «[\n  b,\n  c  # last\n]»\n", add_both("e", "f")) == "a: [\n  b,\n  c,  # last\n  e,\n  f\n]\n");
    CHECK(after("a: «[\n  b,\n  c,  # last\n]»\n", add_both("e", "f")) == "a: [\n  b,\n  c,  # last\n  e,\n  f,\n]\n");
    CHECK(after("a: «b»\n", add_both("e", "f")) == "a: [b, e, f]\n");
    CHECK(after("a:\n- «b»\nd: e\n", add_both("e", "f")) == "a:\n- b\n- e\n- f\nd: e\n");
    CHECK(after("a: «[ ]»\n", add("e")) == "a: [e]\n");
    CHECK(after("a: «[b, c,]»\n", add("e")) == "a: [b, c, e,]\n");
    CHECK(after("a: «[\"b\", \"c\"]»\n", add("e")) == "a: [\"b\", \"c\", \"e\"]\n");
    CHECK(after("a: «['b', c]»\n", add("e")) == "a: ['b', c, e]\n");
    CHECK(after("a: «[b, c]»\n", add("d, e")) == "a: [b, c, \"d, e\"]\n");
    CHECK(after("a: «[2026-01-01]»\n", add("2026-02-01")) == "a: [2026-01-01, 2026-02-01]\n");
    CHECK(after("a: «[b,\n  c]»\n", add("e")) == "a: [b,\n  c,\n  e]\n");
    CHECK(after("a: «[\n  b,\n  c\n]»\n", add("e")) == "a: [\n  b,\n  c,\n  e\n]\n");
    CHECK(after("a: «[\n  b,\n  c,  # last\n]»\n", add("e")) == "a: [\n  b,\n  c,  # last\n  e,\n]\n");
    CHECK(after("a: «[\n  b,\n  c  # last\n]»\n", add("e")) == "a: [\n  b,\n  c,  # last\n  e\n]\n");
    CHECK(after("a: «[b, c,\n  d, e  # last\n]»\n", add("f")) == "a: [b, c,\n  d, e, f  # last\n]\n");
    CHECK(after("a: «[{b: c}]»\n", add_map({{"b", "d"}})) == "a: [{b: c}, {b: d}]\n");
    CHECK(after("a: «[&x b]»\nc: *x\n", add("e")) == "a: [&x b, e]\nc: *x\n");
}

TEST_CASE("one more item by indentation") {
    CHECK(after("a:\n  - «b\n  - c»\nd: e\n", add("f")) == "a:\n  - b\n  - c\n  - f\nd: e\n");
    CHECK(after("a:\n- «b»\nd: e\n", add("f")) == "a:\n- b\n- f\nd: e\n");
    CHECK(after("- «a»  # b\n# c\n", add("d")) == "- a  # b\n- d\n# c\n");
    CHECK(after("- «a»", add("b")) == "- a\n- b");
    CHECK(after("- «a»\r\n", add("b")) == "- a\r\n- b\r\n");
    CHECK(after("- «a»\n---\n- b\n", add("c")) == "- a\n- c\n---\n- b\n");
    CHECK(after("- - «a\n  - b»\n- c\n", add("d")) == "- - a\n  - b\n  - d\n- c\n");
    CHECK(after("- - «a\n  - b\n- c»\n", add("d")) == "- - a\n  - b\n- c\n- d\n");
    CHECK(after("a:\n  -   «'b'»\n", add("c")) == "a:\n  -   'b'\n  -   'c'\n");
    CHECK(after("a:\n  - «|\n    b»\n\nc: d\n", add("e")) == "a:\n  - |\n    b\n  - e\n\nc: d\n");
    CHECK(after("a:\n  - «|+\n    b»\n\nc: d\n", add("e")) == "a:\n  - |+\n    b\n\n  - e\nc: d\n");
    CHECK(after("- «a\n-»\n", add("b")) == "- a\n-\n- b\n");
    CHECK(after("- «|\n  a»", add("b")) == "error: the file ends within a block of text; end its last line first");
}

TEST_CASE("a map becomes an item written as the others are") {
    const Change item = add_map({{"name", "Drill"}, {"due", "2026-02-01"}});
    CHECK(after("a:\n  - «name: Talk\n    due: 2026-01-01»\nb: c\n", item) ==
          "a:\n  - name: Talk\n    due: 2026-01-01\n  - name: Drill\n    due: 2026-02-01\nb: c\n");
    CHECK(after("a:\n  - «{name: Talk, due: 2026-01-01}»\n", item) ==
          "a:\n  - {name: Talk, due: 2026-01-01}\n  - {name: Drill, due: 2026-02-01}\n");
    CHECK(after("-   «name: \"Talk\"»\n", item) ==
          "-   name: \"Talk\"\n-   name: \"Drill\"\n    due: \"2026-02-01\"\n");
}

TEST_CASE("what stands alone becomes the first item of a list") {
    CHECK(after("a: «b»  # c\n", add("d")) == "a: [b, d]  # c\n");
    CHECK(after("a: «b, c»\n", add("d")) == "a: [\"b, c\", d]\n");
    CHECK(after("a: «'b'»\n", add("d")) == "a: ['b', 'd']\n");
    CHECK(after("a: «{b: c}»\n", add_map({{"b", "d"}})) == "a: [{b: c}, {b: d}]\n");
    CHECK(after("a: «|  # c\n  b»\ne: f\n", add("d")) == "a: [\"b\\n\", d]  # c\ne: f\n");
    CHECK(after("a:«»\n", add("d")) == "a: [d]\n");
    CHECK(after("a: «null»\n", add("d")) == "a: [d]\n");
    CHECK(after("{a: «b»}\n", add("d")) == "{a: [b, d]}\n");
    CHECK(after("a:\n  «b: c»\n", add("d")) == "error: a map over several lines stands where the list is to be");
    CHECK(after("a: &x «b»\nc: *x\n", add("d")) ==
          "error: the value has an anchor or a tag, which would become that of a list");
    CHECK(after("a: &x [b]\nc: «*x»\n", add("d")) == "error: the list is an alias; change what it names");
    CHECK(after("«a»: b\n", add("d")) == "error: a key cannot become a list");
}

TEST_CASE("a list of one item, written by the same bytes, is the list or its item, whichever is due") {
    CHECK(after("a:\n  - «b»\n", add("c")) == "a:\n  - b\n  - c\n");
    CHECK(after("a:\n  - «b»\n", to("c")) == "a:\n  - c\n");
    CHECK(after("a:\n  - «b\n  - c»\n", to("d")) == "error: a list stands where a text is to be written");
    CHECK(after("a: &x b\nc: «*x»\n", to("d")) ==
          "error: an alias stands where a text is to be written; change what it names");
}

TEST_CASE("a map gets more entries") {
    const std::vector<NewEntry> owner = {entry_of("owner", "florist")};
    CHECK(after("«role: a\ntitle: A»\n", add_entry(owner)) == "role: a\nowner: florist\ntitle: A\n");
    CHECK(after("«role: a\ntitle: A»\n", add_entry(owner, {"title", "status"})) ==
          "role: a\ntitle: A\nowner: florist\n");
    CHECK(after("«role: a\ntitle: A»", add_entry(owner, {"title"})) == "role: a\ntitle: A\nowner: florist");
    CHECK(after("«role: a # who\r\ntitle: A»\r\n", add_entry(owner)) ==
          "role: a # who\r\nowner: florist\r\ntitle: A\r\n");
    CHECK(after("«role: a\nlist:\n  - x\n  - y»  # why\n# below\n", add_entry(owner, {"list"})) ==
          "role: a\nlist:\n  - x\n  - y  # why\nowner: florist\n# below\n");
    CHECK(after("«role: a\ndescription: |\n  one\n\n  two»\n\n---\nrole: b\n", add_entry(owner, {"description"})) ==
          "role: a\ndescription: |\n  one\n\n  two\nowner: florist\n\n---\nrole: b\n");
    // What is indented more than the map tells of what stands above it.
    CHECK(after("«role: a\nlist:\n  - x\n  # on the next one\n    # and more\nb: c»\n", add_entry(owner, {"list"})) ==
          "role: a\nlist:\n  - x\n  # on the next one\n    # and more\nowner: florist\nb: c\n");
    CHECK(after("«role: a\r\nlist: [x]\r\n  # inner\r\n# outer\r\nb: c»\r\n", add_entry(owner, {"list"})) ==
          "role: a\r\nlist: [x]\r\n  # inner\r\nowner: florist\r\n# outer\r\nb: c\r\n");
    CHECK(after("«role: a\nlist: x»\n\n  # apart\n", add_entry(owner, {"list"})) ==
          "role: a\nlist: x\nowner: florist\n\n  # apart\n");
    CHECK(after("«role: a\nlist: |\n    x\n  # inner\nb: c»\n", add_entry(owner, {"list"})) ==
          "role: a\nlist: |\n    x\n  # inner\nowner: florist\nb: c\n");
    CHECK(after("«role: a»\n  # inner", add_entry(owner)) == "role: a\n  # inner\nowner: florist");
    CHECK(after("list:\n  - «a: 1»\n    # on a map\n      # on its value\n", add_entry({entry_of("c", "3")})) ==
          "list:\n  - a: 1\n    c: \"3\"\n    # on a map\n      # on its value\n");
    CHECK(after("list:\n  - «a: 1\n    b: 2»\n", add_entry({entry_of("c", "3")}, {"b"})) ==
          "list:\n  - a: 1\n    b: 2\n    c: \"3\"\n");
    CHECK(after("list:\n- «a: 1\n  b: 2»\n", add_entry({entry_of("c", "x")}, {"a"})) ==
          "list:\n- a: 1\n  c: x\n  b: 2\n");
}

TEST_CASE("a map in braces gets more entries within them, without comments") {
    CHECK(after("x: «{a: 1, b: 2}»\n", add_entry({entry_of("c", "", "why")}, {"a"})) == "x: {a: 1, c: null, b: 2}\n");
    CHECK(after("x: «{}»\n", add_entry({entry_of("c", "z")})) == "x: {c: z}\n");
    CHECK(after("x: «{a: }»\n", add_entry({entry_of("c", "z")})) == "x: {a: , c: z }\n");
    CHECK(after("x: «{\n  a: 1,\n  b: 2\n}»\n", add_entry({entry_of("c", "z")}, {"b"})) ==
          "x: {\n  a: 1,\n  b: 2, c: z\n}\n");
}

TEST_CASE("entries that ask for something stand on lines of their own") {
    CHECK(after("«role: a»\n", add_entry({entry_of("owner", "", "who answers for it")})) ==
          "role: a\nowner:  # who answers for it\n");
    NewEntry review{"review", {}, {}, {"When somebody looked at it."}};
    review.value.form = NewValue::Form::map;
    review.value.entries = {entry_of("last", "", "the day"), entry_of("every", "6 months")};
    CHECK(after("«role: a»\n", add_entry({review})) ==
          "role: a\n# When somebody looked at it.\nreview:\n  last:  # the day\n  every: 6 months\n");
    NewEntry duties{"responsibilities", {}};
    duties.value.form = NewValue::Form::list;
    duties.value.items.emplace_back();
    duties.value.items.back().form = NewValue::Form::map;
    duties.value.items.back().entries = {entry_of("does", "", "what"), entry_of("level", "responsible")};
    CHECK(after("«role: a\nx: y»\n", add_entry({duties})) ==
          "role: a\nresponsibilities:\n  - does:  # what\n    level: responsible\nx: y\n");
}

TEST_CASE("entries are refused where they would not be read as such") {
    CHECK(after("«role: a»\n", add_entry({entry_of("role", "b")})).starts_with("error"));
    CHECK(after("«role: a»\n", add_entry({entry_of("b", "", "two\nlines")})).starts_with("error"));
    CHECK(after("[«a: 1», b]\n", add_entry({entry_of("b", "c")})).starts_with("error"));
    CHECK(after("? \n «d\nn: e»\n", add_entry({entry_of("b", "c")})).starts_with("error"));
    CHECK(after("? x\n: «a: 1»\n", add_entry({entry_of("b", "c")})).starts_with("error"));
}

TEST_CASE("an entry goes with its lines, and others keep theirs") {
    CHECK(after("role: a\n«owner»: b\n# below\ntitle: A\n", entry_goes) == "role: a\n# below\ntitle: A\n");
    CHECK(after("role: a\n«list»:\n  - x\n  - y\n\ntitle: A\n", entry_goes) == "role: a\n\ntitle: A\n");
    CHECK(after("role: a\r\n«title»: A", entry_goes) == "role: a");
    CHECK(after("role: a\n«text»: |\n  b\n  c\ntitle: A\n", entry_goes) == "role: a\ntitle: A\n");
    CHECK(after("«role»: a\ntitle: A\n", entry_goes) == "title: A\n");
    // Lines of blanks would become a part of the block.
    CHECK(after("a: |\n  b\n«c»:   \n   \n", entry_goes) == "a: |\n  b\n");
    CHECK(after("a: |+\n  b\n\n«c»: d\n\n\ne: f\n", entry_goes) == "a: |+\n  b\n\ne: f\n");
    CHECK(after("list:\n  - «a»: 1\n    b: 2\n", entry_goes) == "list:\n  - b: 2\n");
    CHECK(after("list:\n  - «a»: 1\n    # two\n    b: 2\n", entry_goes).starts_with("error"));
    CHECK(after("x: {«a»: 1, b: 2}\n", entry_goes) == "x: {b: 2}\n");
    CHECK(after("x: {a: 1, «b»: 2}\n", entry_goes) == "x: {a: 1}\n");
    CHECK(after("x: {a: 1, # one\n  «b»: 2}\n", entry_goes).starts_with("error"));
    CHECK(after("«role»: a\n", entry_goes).starts_with("error"));
}

TEST_CASE("an item goes with its lines") {
    CHECK(after("x:\n  - a # one\n  - «b»\n  - c\n", item_goes) == "x:\n  - a # one\n  - c\n");
    CHECK(after("x:\n- «a: 1\n  b: 2»\n- c\n", item_goes) == "x:\n- c\n");
    CHECK(after("x:\n- a\n- «b»", item_goes) == "x:\n- a");
    CHECK(after("x: [«a», b, c]\n", item_goes) == "x: [b, c]\n");
    CHECK(after("x: [a, b, «c»,]\n", item_goes) == "x: [a, b,]\n");
    CHECK(after("x: [\n  a,\n  «b»,\n  c,\n]\n", item_goes) == "x: [\n  a,\n  c,\n]\n");
    CHECK(after("x: [«a»]\n", item_goes).starts_with("error"));
    CHECK(after("x: «a»\n", item_goes).starts_with("error"));
    CHECK(after("x:\n  - - «a»\n    - b\n", item_goes).starts_with("error"));
}

TEST_CASE("nothing goes with which a comment would be lost") {
    constexpr std::string_view kLost = "error: a comment stands in it, and would be lost";
    CHECK(after("role: a\n«owner»: b # who\n# below\ntitle: A\n", entry_goes) == kLost);
    CHECK(after("role: a\n«owner»: b # who\n# below\ntitle: A\n", entry_goes_with_notes) ==
          "role: a\n# below\ntitle: A\n");
    CHECK(after("role: a\n«owner»: b #who\n", entry_goes) == kLost);
    CHECK(after("role: a\n«owner»: \"b # who\"\nx: c#d\n", entry_goes) == "role: a\nx: c#d\n");
    CHECK(after("role: a\n«text»: |\n  # b\n  c # d\nx: y\n", entry_goes) == "role: a\nx: y\n");
    CHECK(after("role: a\n«text»: |  # why\n  b\nx: y\n", entry_goes) == kLost);
    CHECK(after("x:\n  - a # one\n  - «b» # two\n  - c\n", item_goes) == kLost);
    CHECK(after("x:\n  - a # one\n  - «b» # two\n  - c\n", item_goes_with_notes) == "x:\n  - a # one\n  - c\n");
    CHECK(after("x:\n  - «a: 1 # one\n    b: 2»\n  - c\n", item_goes) == kLost);
    CHECK(after("x:\n  - «a»: 1 # one\n    b: 2\n", entry_goes) == kLost);
    CHECK(after("x: [\n  a,\n  «[b, # two\n  d]»,\n  c,\n]\n", item_goes) == kLost);
    // On a line of its own within what goes, it goes for nobody.
    for (const Change& goes : {Change(entry_goes), Change(entry_goes_with_notes)}) {
        CHECK(after("role: a\n«list»:\n  # why\n  - b\nx: y\n", goes) == kLost);
        CHECK(after("role: a\n«list»:\n  - b\n  # why\n  - c\nx: y\n", goes) == kLost);
    }
    CHECK(after("x:\n  - a\n  - # why\n    «b»\n", item_goes) == kLost);
}
