#include "yaml/packed_nodes.h"

#include <algorithm>

#include "base/assert.h"

namespace ims {

bool PackedNodes::tells_itself(const YamlNode& node) {
    constexpr std::uint32_t kMostBeside = (1U << (32 - kRestShift)) - 1;
    if (node.is_collection()) return node.text_begin == 0 && !node.text_in_arena && node.next <= kMostBeside;
    if (node.type == NodeType::alias)
        return node.text_end == 0 && !node.text_in_arena && node.text_begin <= kMostBeside;
    const std::uint32_t quote = is_quoted(node.style) ? 1 : 0;
    return !node.text_in_arena && node.text_begin == node.begin + quote && node.text_end + quote == node.end;
}

PackedNodes::PackedNodes(std::span<const YamlNode> nodes) : size_(static_cast<std::uint32_t>(nodes.size())) {
    const auto listed = static_cast<std::size_t>(
        std::ranges::count_if(nodes, [](const YamlNode& node) { return !tells_itself(node); }));
    IMS_ASSERT(listed < (1U << (32 - kRestShift)), "no file is so large that so many of its texts stand elsewhere");
    words_.resize(nodes.size() * kWords + listed * 2);
    std::uint32_t* next = words_.data();
    std::uint32_t* const list = next + nodes.size() * kWords;
    std::uint32_t* next_listed = list;
    for (const YamlNode& node : nodes) {
        std::uint32_t bits = static_cast<std::uint32_t>(node.type) | static_cast<std::uint32_t>(node.style) << 3U |
                             (node.anchored ? 1U : 0U) << 6U;
        if (!tells_itself(node)) {
            bits |= kListed | static_cast<std::uint32_t>((next_listed - list) / 2) << kRestShift;
            *next_listed++ = node.text_begin;
            *next_listed++ = node.text_end | (node.text_in_arena ? kInArena : 0);
        } else if (node.is_collection()) {
            bits |= node.next << kRestShift;
        } else if (node.type == NodeType::alias) {
            bits |= node.text_begin << kRestShift;
        }
        *next++ = node.begin;
        *next++ = node.end;
        *next++ = bits;
    }
}

}  // namespace ims
