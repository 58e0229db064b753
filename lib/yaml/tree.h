// One file's YAML as a flat list of nodes with the place of every key and value, and what is wrong with its text.
// Depends on the file's bytes alone: offsets only, no pointer, no number of a file or rule and no sentence, so it can
// be copied, shared, and kept for the next run. yaml-cpp does not leave this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/ids.h"
#include "yaml/alias_budget.h"
#include "yaml/mistake.h"
#include "yaml/node.h"
#include "yaml/packed_nodes.h"

namespace ims {

struct YamlDocument {
    NodeId root;              // none where the document is empty or could not be read
    std::uint32_t begin = 0;  // bytes of the document in the file
    std::uint32_t end = 0;
    bool broken = false;  // could not be read to its end; nothing of it is in the tree
    bool operator==(const YamlDocument&) const = default;
};

// A line `word: value` at column 0 of a document that could not be read: among them a record's kind and id.
struct UnreadLine {
    std::string key;
    std::string value;        // without quotes and comment
    std::uint32_t begin = 0;  // of the value
    std::uint32_t end = 0;
    bool operator==(const UnreadLine&) const = default;
};

// What is wrong at a place; messages.h puts it in words. Members that a mistake does not need stay as they are.
struct YamlProblem {
    Mistake mistake{};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint64_t number = 0;      // the limit that was passed; a code point; the 16 or 32 of UTF-16 and UTF-32; what
                                   // aliases add, in values or bytes
    std::uint64_t most = 0;        // that all of them may add
    std::uint64_t in_all = 0;      // that those of all files add
    std::uint32_t word_begin = 0;  // what is named: an alias without its `*`, a tag, the decoded text of a key
    std::uint32_t word_end = 0;
    std::uint32_t related_begin = 0;  // the first of two keys, the anchor that holds an alias; else the two are equal
    std::uint32_t related_end = 0;
    std::uint32_t more = 0;      // how often it was seen besides
    std::uint32_t left_out = 0;  // how many problems of the file follow that were not kept
    bool word_in_arena = false;  // else the word stands in the source as it is
    bool of_text = false;        // what aliases add is told in bytes, not in values
    bool operator==(const YamlProblem&) const = default;
};

struct YamlEntry {
    NodeId key;
    NodeId value;
};

// A tree that is finished (YamlTree), or one that is still being made (YamlDraft).
template <class Nodes>
class YamlTreeOf {
public:
    // The entries of a map, or the items of a list, to go through with `for`; aliases stand as they are written.
    template <class Element>
    class Children {
    public:
        class Iterator {
        public:
            Iterator(const YamlTreeOf& tree, std::uint32_t place) : tree_(&tree), place_(place) {}
            Element operator*() const {
                if constexpr (kEntries) return {NodeId(place_), NodeId(tree_->after(NodeId(place_)))};
                else return NodeId(place_);
            }
            Iterator& operator++() {
                place_ = tree_->after(NodeId(place_));
                if constexpr (kEntries) place_ = tree_->after(NodeId(place_));
                return *this;
            }
            bool operator==(const Iterator& other) const { return place_ == other.place_; }

        private:
            static constexpr bool kEntries = !std::is_same_v<Element, NodeId>;
            const YamlTreeOf* tree_;
            std::uint32_t place_;
        };
        Children(const YamlTreeOf& tree, NodeId parent) : tree_(tree), parent_(parent) {}
        [[nodiscard]] Iterator begin() const { return {tree_, parent_.value + 1}; }
        [[nodiscard]] Iterator end() const { return {tree_, tree_.after(parent_)}; }

    private:
        const YamlTreeOf& tree_;
        NodeId parent_;
    };
    // Requires: a map.
    [[nodiscard]] Children<YamlEntry> entries(NodeId map) const { return {*this, map}; }
    // Requires: a list.
    [[nodiscard]] Children<NodeId> items(NodeId list) const { return {*this, list}; }

    Nodes nodes;
    std::vector<YamlDocument> documents;  // in the order of the file, broken ones included
    std::string arena;                    // decoded texts that differ from the source
    std::vector<UnreadLine> unread;
    std::vector<YamlProblem> problems;  // in the order of the file
    Amount added;                       // by aliases, were each written out

    [[nodiscard]] decltype(auto) operator[](NodeId node) const { return nodes[node.index()]; }
    // Of a scalar, and of a null as it was written. `bytes` are those that the tree was built from.
    [[nodiscard]] std::string_view text(NodeId node, std::string_view bytes) const {
        const YamlNode& entry = nodes[node.index()];
        if (entry.type != NodeType::scalar && entry.type != NodeType::null) return {};
        const std::string_view source = entry.text_in_arena ? std::string_view(arena) : bytes;
        return source.substr(entry.text_begin, entry.text_end - entry.text_begin);
    }
    // The first node after this one and all below it.
    [[nodiscard]] std::uint32_t after(NodeId node) const {
        const YamlNode& entry = nodes[node.index()];
        return entry.is_collection() ? entry.next : node.value + 1;
    }
    // What an alias names; the node itself otherwise.
    [[nodiscard]] NodeId resolved(NodeId node) const {
        const YamlNode& entry = nodes[node.index()];
        return entry.type == NodeType::alias ? NodeId(entry.text_begin) : node;
    }

    // Trees of equal bytes are equal, wherever the bytes are.
    bool operator==(const YamlTreeOf&) const = default;
};
using YamlTree = YamlTreeOf<PackedNodes>;
using YamlDraft = YamlTreeOf<std::vector<YamlNode>>;

struct YamlLimits {
    std::uint32_t depth = 100;  // levels of nesting
    std::uint32_t file_bytes = 16u << 20;
    AliasBudget aliases = {};  // of one document
};

// Never fails: what cannot be read is reported and left out.
YamlTree parse_yaml(std::string_view bytes, const YamlLimits& limits = {});

}  // namespace ims
