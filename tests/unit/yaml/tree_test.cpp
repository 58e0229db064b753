#include "yaml/tree.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "yaml/alias_values.h"
#include "yaml/describe.h"

using namespace ims;

// What is kept and shared holds no pointer: its bytes are all that there is to it.
static_assert(std::is_trivially_copyable_v<YamlNode> && std::is_trivially_copyable_v<YamlDocument> &&
              std::is_trivially_copyable_v<YamlProblem>);
static_assert(std::is_copy_assignable_v<YamlTree> && std::is_nothrow_move_constructible_v<YamlTree>);

namespace {

// The entries of the document's map and the items of its lists: "a=1 b=[x y] c=[]".
std::string walked(std::string_view bytes) {
    const YamlTree tree = parse_yaml(bytes);
    REQUIRE(tree.documents.size() == 1);
    std::string text;
    for (const auto& [key, value] : tree.entries(tree.documents[0].root)) {
        if (!text.empty()) text += ' ';
        text += std::string(tree.text(key, bytes)) + '=';
        if (!tree[value].is_collection()) {
            text += tree.text(value, bytes);
            continue;
        }
        text += '[';
        for (const NodeId item : tree.items(value)) {
            if (!text.ends_with('[')) text += ' ';
            text += tree[item].is_collection() ? "…" : tree.text(item, bytes);
        }
        text += ']';
    }
    return text;
}

// Its problems name words that stand in the file and words that do not, related places, numbers; a document is unread.
constexpr std::string_view kOfAllKinds =
    "a: &x !t {b: 1, 'b': 2, \"\\x62\": 3}\nc: [*x, ~, \"d\\n\"]\n<<: \x01\n---\nrisk: fire\nd: &y [*y]\n---\ne: *z\n";

}  // namespace

TEST_CASE("a map is walked by its entries and a list by its items, whatever they hold") {
    CHECK(walked("a: 1\nb: [x, y]\nc: []\n") == "a=1 b=[x y] c=[]");
    CHECK(walked("a: [[1, 2], {b: 3}, 4]\nd:\ne: 5\n") == "a=[… … 4] d= e=5");
    CHECK(walked("{}\n").empty());
}

TEST_CASE("a tree depends on the bytes of its file alone, not on where they stand") {
    const std::string here(kOfAllKinds);
    const std::string there = "\n" + here;
    const YamlTree first = parse_yaml(here);
    const YamlTree second = parse_yaml(std::string_view(there).substr(1));
    CHECK(first.nodes == second.nodes);
    CHECK(first.documents == second.documents);
    CHECK(first.arena == second.arena);
    CHECK(first.unread == second.unread);
    CHECK(first.problems == second.problems);
    CHECK(first == second);
    CHECK(first.problems.size() == 7);
    CHECK(first != parse_yaml(here + "\n"));
    CHECK(first.nodes != parse_yaml(" " + here).nodes);
}

TEST_CASE("a tree that was copied or moved says the same of other storage of the same bytes") {
    auto bytes = std::make_unique<std::string>(kOfAllKinds);
    YamlTree tree = parse_yaml(*bytes);
    const std::string nodes = test::describe(tree, *bytes);
    const std::string words = test::describe_words(tree, *bytes);
    CHECK(words.find("key `b` stands twice") != std::string::npos);
    CHECK(words.find("no anchor `&z`") != std::string::npos);
    *bytes = std::string(bytes->size(), '!');
    bytes.reset();

    const YamlTree copied = tree;
    const YamlTree moved = std::move(tree);
    for (const YamlTree* each : {&copied, &moved}) {
        CHECK(test::describe(*each, kOfAllKinds) == nodes);
        CHECK(test::describe_words(*each, kOfAllKinds) == words);
    }
    CHECK(copied == moved);
}

TEST_CASE("a tree without its values tells what its records are called, and is made of a tree that stays") {
    const std::string_view bytes = "role: a\n\"titl\\x65\": T\nsame: 1\nsame: 2\nx: [1]\n---\nrisk: b: c\n";
    const YamlTree tree = parse_yaml(bytes);
    const YamlTree before = tree;
    const YamlProblem problem{Mistake::folder_aliases_too_large, 0, 0, 7};
    const YamlTree unread = unread_tree(tree, bytes, problem);
    CHECK(tree == before);
    CHECK(unread == unread_tree(parse_yaml(bytes), bytes, problem));
    CHECK(test::find_flaw(unread, bytes).empty());
    CHECK(test::describe(unread, bytes) == "broken --- broken");
    std::string lines;
    for (const UnreadLine& line : unread.unread) lines += line.key + "=" + line.value + ";";
    CHECK(lines == "role=a;title=T;same=1;same=2;risk=b: c;");
    REQUIRE(unread.problems.size() == tree.problems.size() + 1);
    CHECK(unread.problems[0] == problem);
    CHECK(test::describe_words(unread, bytes).ends_with(test::describe_words(tree, bytes)));
}
