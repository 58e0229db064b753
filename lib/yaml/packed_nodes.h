// The nodes of a finished tree: as YamlNode has them, in three fifths of the room. There are some fifty to a record,
// and a folder of 100,000 records keeps them all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

#include "yaml/node.h"

namespace ims {

class PackedNodes {
public:
    PackedNodes() = default;
    explicit PackedNodes(std::span<const YamlNode> nodes);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] YamlNode operator[](std::size_t index) const {
        const std::uint32_t* const words = words_.data() + index * kWords;
        const std::uint32_t bits = words[2];
        YamlNode node;
        node.type = static_cast<NodeType>(bits & 7U);
        node.style = static_cast<ScalarStyle>((bits >> 3U) & 7U);
        node.anchored = ((bits >> 6U) & 1U) != 0;
        node.begin = words[0];
        node.end = words[1];
        const std::uint32_t rest = bits >> kRestShift;
        if ((bits & kListed) != 0) {
            const std::uint32_t* const listed = words_.data() + (std::size_t{size_} * kWords + std::size_t{rest} * 2);
            node.text_begin = listed[0];
            node.text_end = listed[1] & ~kInArena;  // or `next`, which stands there too
            node.text_in_arena = (listed[1] & kInArena) != 0;
        } else if (node.is_collection()) {
            node.next = rest;
        } else if (node.type == NodeType::alias) {
            node.text_begin = rest;
        } else {
            const std::uint32_t quote = is_quoted(node.style) ? 1 : 0;
            node.text_begin = node.begin + quote;
            node.text_end = node.end - quote;
        }
        return node;
    }

    class Iterator {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = YamlNode;
        using iterator_category = std::input_iterator_tag;
        using iterator_concept = std::forward_iterator_tag;
        Iterator() = default;
        Iterator(const PackedNodes* nodes, std::size_t place) : nodes_(nodes), place_(place) {}
        YamlNode operator*() const { return (*nodes_)[place_]; }
        Iterator& operator++() {
            ++place_;
            return *this;
        }
        Iterator operator++(int) { return {nodes_, place_++}; }
        bool operator==(const Iterator& other) const { return place_ == other.place_; }

    private:
        const PackedNodes* nodes_ = nullptr;
        std::size_t place_ = 0;
    };
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size_}; }

    // Equal nodes are packed alike.
    bool operator==(const PackedNodes&) const = default;

private:
    static constexpr std::size_t kWords = 3;            // of a node: begin, end, and the bits of the rest
    static constexpr std::uint32_t kListed = 1U << 7U;  // the rest is a place in the list behind the nodes
    static constexpr unsigned kRestShift = 8;
    static constexpr std::uint32_t kInArena = 1U << 31U;
    static bool is_quoted(ScalarStyle style) {
        return style == ScalarStyle::single_quoted || style == ScalarStyle::double_quoted;
    }
    // Whether begin and end tell where its text is, or the rest has room for what it leads to.
    static bool tells_itself(const YamlNode& node);

    std::vector<std::uint32_t> words_;  // of the nodes; then two each of those that do not tell themselves
    std::uint32_t size_ = 0;
};

}  // namespace ims
