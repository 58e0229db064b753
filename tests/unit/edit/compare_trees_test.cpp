#include "edit/compare_trees.h"

#include <doctest/doctest.h>

#include <string>

using namespace ims;

namespace {

struct Parsed {
    explicit Parsed(std::string text) : file(parse_file(std::move(text))) {}
    // The one that reads `text`, or the list of which it is the first.
    [[nodiscard]] NodeId node(std::string_view text) const {
        for (std::uint32_t index = 0; index < file.tree.nodes.size(); ++index) {
            if (file.text(NodeId(index)) == text) return NodeId(index);
        }
        FAIL("no such node");
        return {};
    }
    [[nodiscard]] NodeId around(std::string_view text) const { return NodeId(node(text).value - 1); }

    ParsedFile file;
};

// Empty where all is as it should be.
std::string difference(const Parsed& before, const std::string& after, const std::vector<NodeChange>& changes = {}) {
    const Parsed other(after);
    return unexpected_difference(before.file, other.file, changes).value_or("");
}

std::string difference(const std::string& before, const std::string& after) {
    return difference(Parsed(before), after);
}

NewValue text(std::string words) { return {NewValue::Form::text, std::move(words), {}, {}}; }

}  // namespace

TEST_CASE("comments, blanks, ends of lines and the layout of lists make no difference") {
    CHECK(difference("a: 1\nb: [x, 'y']\n", "# c\na:   1 # d\r\nb: [x,\n    'y']") == "");
    CHECK(difference("a: [x, y]\n", "a:\n  - x\n  - y\n") == "");
    CHECK(difference("", "") == "");
}

TEST_CASE("another text, style, type or anchor is a difference, and its line is named") {
    CHECK(difference("a: 1\nb: 2\n", "a: 1\nb: 3\n") == "line 2: it would read differently");
    CHECK(difference("a: 1\nb: 2\n", "a: 1\nc: 2\n") == "line 2: it would read differently");
    CHECK(difference("a: 'b'\n", "a: b\n") == "line 1: its quotes would be others");
    CHECK(difference("a: 'b'\n", "a: \"b\"\n") == "line 1: its quotes would be others");
    CHECK(difference("a: |-\n  b\n", "a: >-\n  b\n") == "line 1: its quotes would be others");
    CHECK(difference("a: b\n", "a: [b]\n") == "line 1: something else than a value of its kind would stand there");
    CHECK(difference("a: b\n", "a: {b: c}\n") == "line 1: something else than a value of its kind would stand there");
    CHECK(difference("a: b\n", "a:\n") == "line 1: something else than a value of its kind would stand there");
    CHECK(difference("a: b\n", "a: null\n") == "line 1: something else than a value of its kind would stand there");
    CHECK(difference("a: ~\n", "a: null\n") == "line 1: it would read differently");
    CHECK(difference("a: &x b\n", "a: b\n") == "line 1: its anchor would change");
    CHECK(difference("a: [b]\n", "a: &x [b]\n") == "line 1: its anchor would change");
}

TEST_CASE("what is lost, or added without a word, is a difference") {
    CHECK(difference("a: [x, y]\n", "a: [x]\n") == "line 1: something in it would be lost");
    CHECK(difference("a: [x]\n", "a: [x, y]\n") == "line 1: something else would stand in it");
    CHECK(difference("a: 1\nb: 2\n", "a: 1\n") == "line 1: something in it would be lost");
    CHECK(difference("a: 1\n", "a: 1\nb: 2\n") == "line 1: something else would stand in it");
}

TEST_CASE("an alias that names another value is a difference") {
    CHECK(difference("a: &x 1\nb: &y 2\nc: *x\n", "a: &x 1\nb: &y 2\nc: *y\n") ==
          "line 3: an alias would name another value");
    CHECK(difference("a: &x 1\nb: &x 1\nc: *x\n", "a: &x 1\nb: &y 1\nc: *x\n") ==
          "line 3: an alias would name another value");
    CHECK(difference("a: &x 1\nc: *x\n", "a: &z 1\nc: *z\n") == "");
}

TEST_CASE("documents begin and end where they did, and those that could be read can still be read") {
    CHECK(difference("a: 1\n---\nb: 2\n", "a: 1\n") == "the file would have 1 documents instead of 2");
    CHECK(difference("a: 1\n", "a: 1\n---\n") == "the file would have 2 documents instead of 1");
    CHECK(difference("a: 1\n---\n", "---\na: 1\n---\n") == "");
    CHECK(difference("a: 1\n---\nb: 1\n", "a: 1\n---\n") != "");
    CHECK(difference("a: 1\n", "a: [1\n") != "");
    CHECK(difference("a: [1\n", "a: [1]\n") == "a document could be read at once");
    CHECK(difference("role: a\nb: [1\n", "role: c\nb: [1\n") == "a document that cannot be read would change");
    CHECK(difference("role: a\nb: [1\n", "role: a\nb: [1\n") == "");
}

TEST_CASE("a new problem is a difference, and one that is gone is none") {
    CHECK(difference("a: 1\nb: 2\n", "a: 1\na: 2\n").find("twice") != std::string::npos);
    const Parsed before("a: 1\na: 2\n");
    CHECK(difference(before, "a: 1\nb: 2\n", {{NodeId(before.node("2").value - 1), "b", nullptr}}) == "");
}

TEST_CASE("what is to read otherwise must read so, in whatever quotes") {
    const Parsed before("a: x # c\nb: 'y'\n");
    const auto changed = [&](std::string_view word, const std::string& to, const std::string& after) {
        return difference(before, after, {{before.node(word), to, nullptr}});
    };
    CHECK(changed("x", "z", "a: z # c\nb: 'y'\n") == "");
    CHECK(changed("x", "z: w", "a: 'z: w' # c\nb: 'y'\n") == "");
    CHECK(changed("x", "z: w", "a: z:w # c\nb: 'y'\n") == "line 1: it would not read as it is to");
    CHECK(changed("x", "z", before.file.bytes) == "line 1: it would not read as it is to");
    CHECK(changed("x", "z", "a: [z] # c\nb: 'y'\n") == "line 1: no text would stand there");
    CHECK(changed("x", "null", "a: null # c\nb: 'y'\n") == "line 1: no text would stand there");
    CHECK(changed("x", "null", "a: 'null' # c\nb: 'y'\n") == "");
    CHECK(changed("x", "z", "a: &w z # c\nb: 'y'\n") == "line 1: its anchor would change");
    CHECK(changed("x", "z", "a: z # c\nb: y\n") == "line 2: its quotes would be others");
    CHECK(changed("a", "d", "d: x # c\nb: 'y'\n") == "");
    CHECK(changed("y", "z", "a: x # c\nb: \"z\"\n") == "");
    CHECK(changed("y", "z", "a: x # c\nb: z\n") == "line 2: its quotes would be lost");
}

TEST_CASE("a list that is to have one item more has just that, and it reads as it is to") {
    const Parsed before("a: [x, y]\nb: c\n");
    const NewValue entry{
        NewValue::Form::map,
        {},
        {},
        {{"item", text("cash: daily")}, {"to", {NewValue::Form::list, {}, {text("p"), text("q")}, {}}}}};
    const auto added = [&](const NewValue& item, const std::string& after) {
        return difference(before, after, {{before.around("x"), std::nullopt, &item}});
    };
    CHECK(added(text("z"), "a: [x, y, z]\nb: c\n") == "");
    CHECK(added(entry, "a:\n  - x\n  - y\n  - {item: 'cash: daily', to: [p, q]}\nb: c\n") == "");
    CHECK(added(text("z"), before.file.bytes) != "");
    CHECK(added(text("z"), "a: [x, z]\nb: c\n") != "");
    CHECK(added(text("z"), "a: [z, x, y]\nb: c\n") != "");
    CHECK(added(text("z"), "a: [x, y, z, z]\nb: c\n") != "");
    CHECK(added(text("z"), "a: [x, y, w]\nb: c\n") != "");
    CHECK(added(text("z"), "a: [x, y, [z]]\nb: c\n") != "");
    CHECK(added(text("z"), "a: [x, y, &w z]\nb: c\n") != "");
    CHECK(added(text("z"), "a: [x, y, z]\nb: d\n") != "");
    CHECK(added(text("null"), "a: [x, y, null]\nb: c\n") != "");
    CHECK(added(entry, "a: [x, y, {item: 'cash: daily', to: [p]}]\nb: c\n") != "");
    CHECK(added(entry, "a: [x, y, {item: 'cash: daily', to: [p, q, r]}]\nb: c\n") != "");
    CHECK(added(entry, "a: [x, y, {item: 'cash: daily'}]\nb: c\n") != "");
    CHECK(added(entry, "a: [x, y, {item: 'cash: daily', to: [p, q], by: r}]\nb: c\n") != "");
    CHECK(added(entry, "a: [x, y, {what: 'cash: daily', to: [p, q]}]\nb: c\n") != "");
    CHECK(added(entry, "a: [x, y, {item: 'cash', to: [p, q]}]\nb: c\n") != "");
}

TEST_CASE("a value that is to be of another form reads as it is to, whatever stood there") {
    const Parsed before("a: {x: y}\nb: c\n");
    const NewValue list{NewValue::Form::list, {}, {text("p"), text("q")}, {}};
    const auto becomes = [&](const NewValue& value, const std::string& after) {
        return difference(before, after, {{before.around("x"), std::nullopt, nullptr, &value}});
    };
    CHECK(becomes(list, "a: [p, q]\nb: c\n") == "");
    CHECK(becomes(text("x: y"), "a: 'x: y'\nb: c\n") == "");
    CHECK(becomes(list, "a: [p]\nb: c\n") == "line 1: it would not read as it is to");
    CHECK(becomes(list, "a: p, q\nb: c\n") != "");
    CHECK(becomes(list, "a: &a [p, q]\nb: c\n") != "");
    CHECK(becomes(list, "a: [p, q]\nb: d\n") == "line 2: it would read differently");
    CHECK(becomes(text("x: y"), before.file.bytes) != "");
}

TEST_CASE("one value that stands where a list may becomes the first of a list") {
    const Parsed before("a: 'x'\nb:\nc: {d: e}\n");
    const NewValue z = text("z");
    const NodeChange to_a{before.node("x"), std::nullopt, &z};
    CHECK(difference(before, "a: ['x', z]\nb:\nc: {d: e}\n", {to_a}) == "");
    CHECK(difference(before, "a: [x, z]\nb:\nc: {d: e}\n", {to_a}) == "line 1: its quotes would be lost");
    CHECK(difference(before, "a: [z]\nb:\nc: {d: e}\n", {to_a}) != "");
    CHECK(difference(before, "a: ['x']\nb:\nc: {d: e}\n", {to_a}) != "");
    CHECK(difference(before, "a: []\nb:\nc: {d: e}\n", {to_a}) != "");
    CHECK(difference(before, "a: z\nb:\nc: {d: e}\n", {to_a}) == "line 1: no list would stand there");
    const NodeChange to_b{NodeId(before.node("b").value + 1), std::nullopt, &z};
    CHECK(difference(before, "a: 'x'\nb: [z]\nc: {d: e}\n", {to_b}) == "");
    CHECK(difference(before, "a: 'x'\nb: []\nc: {d: e}\n", {to_b}) != "");
    const NodeChange to_c{before.around("d"), std::nullopt, &z};
    CHECK(difference(before, "a: 'x'\nb:\nc: [{d: e}, z]\n", {to_c}) == "");
    CHECK(difference(before, "a: 'x'\nb:\nc: [{d: f}, z]\n", {to_c}) == "line 3: it would read differently");
}

TEST_CASE("entries that come stand together, and all others as they did") {
    const Parsed before("a: 1\nb: 2\n");
    const NodeId map = before.around("a");
    const AddEntries added{{}, {{"c", text("x")}, {"d", text("y")}}, {}};
    const std::vector<NodeChange> changes = {{.node = map, .text = std::nullopt, .entries = &added}};
    CHECK(difference(before, "a: 1\nc: x\nd: y\nb: 2\n", changes) == "");
    CHECK(difference(before, "a: 1\nb: 2\nc: x\nd: y\n", changes) == "");
    CHECK(difference(before, "a: 1\nc: x\nb: 2\nd: y\n", changes) != "");
    CHECK(difference(before, "a: 1\nc: x\nd: y\n", changes) == "line 1: something in it would be lost");
    CHECK(difference(before, "a: 1\nc: x\nd: y\nb: 3\n", changes) == "line 2: it would read differently");
    CHECK(difference(before, "a: 1\nb: 2\n", changes) != "");
    CHECK(difference(before, "a: 1\nc: x\nd: y\nb: 2\ne: z\n", changes) != "");
}

TEST_CASE("what goes is gone with its value, and nothing else is") {
    const Parsed before("a: 1\nb: [x, y]\nc: 2\n");
    const std::vector<NodeChange> entry = {{.node = before.node("b"), .text = std::nullopt, .goes = true}};
    CHECK(difference(before, "a: 1\nc: 2\n", entry) == "");
    CHECK(difference(before, "a: 1\nb: [x, y]\nc: 2\n", entry) != "");
    CHECK(difference(before, "a: 1\n", entry) == "line 1: something in it would be lost");
    const std::vector<NodeChange> item = {{.node = before.node("x"), .text = std::nullopt, .goes = true}};
    CHECK(difference(before, "a: 1\nb: [y]\nc: 2\n", item) == "");
    CHECK(difference(before, "a: 1\nb: [x]\nc: 2\n", item) == "line 2: it would read differently");
}
