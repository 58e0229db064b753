// One value, key or alias of a file's YAML, with its place.
#pragma once

#include <cstdint>

namespace ims {

enum class NodeType : std::uint8_t { null, scalar, list, map, alias };
enum class ScalarStyle : std::uint8_t { none, plain, single_quoted, double_quoted, literal, folded };

// A map's children alternate key, value; a list's children are its items. Children follow their parent (preorder).
struct YamlNode {
    NodeType type = NodeType::null;
    ScalarStyle style = ScalarStyle::none;
    bool text_in_arena = false;  // else the text stands in the source as it is
    bool anchored = false;
    std::uint32_t begin = 0;       // bytes in the file; quotes, brackets and a block's indicator included, anchors not
    std::uint32_t end = 0;         // one past the last byte; an empty value has begin == end, just after its `:` or `-`
    std::uint32_t text_begin = 0;  // scalar, null: where the decoded text is; alias: the NodeId that it names
    union {
        std::uint32_t text_end = 0;  // scalar, null
        std::uint32_t next;          // list, map: see YamlTree::after; 0 while it is read
    };
    [[nodiscard]] bool is_collection() const { return type == NodeType::list || type == NodeType::map; }
    bool operator==(const YamlNode& other) const;
};

}  // namespace ims
