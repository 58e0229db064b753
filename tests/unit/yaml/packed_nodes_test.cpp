#include "yaml/packed_nodes.h"

#include <doctest/doctest.h>

#include <vector>

using namespace ims;

namespace {

YamlNode scalar(ScalarStyle style, std::uint32_t begin, std::uint32_t end, std::uint32_t text_begin,
                std::uint32_t text_end, bool in_arena = false) {
    YamlNode node;
    node.type = NodeType::scalar;
    node.style = style;
    node.begin = begin;
    node.end = end;
    node.text_begin = text_begin;
    node.text_end = text_end;
    node.text_in_arena = in_arena;
    return node;
}

YamlNode collection(NodeType type, std::uint32_t next, bool anchored) {
    YamlNode node;
    node.type = type;
    node.begin = 1;
    node.end = 900;
    node.anchored = anchored;
    node.next = next;
    return node;
}

YamlNode alias(std::uint32_t target) {
    YamlNode node;
    node.type = NodeType::alias;
    node.begin = 5;
    node.end = 7;
    node.text_begin = target;
    return node;
}

}  // namespace

TEST_CASE("nodes come back as they were packed, where their texts stand in the file and where not") {
    YamlNode null;
    null.begin = null.end = null.text_begin = null.text_end = 12;
    const std::vector<YamlNode> nodes = {
        collection(NodeType::map, 13, true),
        scalar(ScalarStyle::plain, 3, 9, 3, 9),
        scalar(ScalarStyle::double_quoted, 10, 20, 11, 19),
        scalar(ScalarStyle::single_quoted, 10, 20, 11, 18),  // its text ends earlier
        scalar(ScalarStyle::literal, 30, 60, 34, 50),
        scalar(ScalarStyle::folded, 30, 60, 0, 25, true),
        scalar(ScalarStyle::double_quoted, 70, 72, 25, 25, true),
        null,
        collection(NodeType::list, 0xffffff, false),   // the most that has room beside the rest
        collection(NodeType::list, 0x1000000, false),  // one more
        collection(NodeType::map, 0x7fffffff, true),
        alias(0),
        alias(0x1000001),
    };
    const PackedNodes packed(nodes);
    REQUIRE(packed.size() == nodes.size());
    for (std::size_t index = 0; index < nodes.size(); ++index) {
        CAPTURE(index);
        CHECK(packed[index] == nodes[index]);
    }
    std::size_t count = 0;
    for (const YamlNode& node : packed) CHECK(node == nodes[count++]);
    CHECK(count == nodes.size());
    CHECK(packed == PackedNodes(nodes));
    std::vector<YamlNode> others = nodes;
    others[4].text_begin = 35;
    CHECK(packed != PackedNodes(others));
    CHECK(PackedNodes().empty());
    CHECK(PackedNodes() == PackedNodes(std::vector<YamlNode>()));
}
