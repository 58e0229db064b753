#include "yaml/neighbours.h"

#include <algorithm>
#include <cstddef>

#include "yaml/place.h"
#include "yaml/write.h"

namespace ims {

ScalarStyle prevailing_quotes(const YamlTree& tree) {
    std::size_t single = 0;
    std::size_t twice = 0;
    for (const YamlNode& node : tree.nodes) {
        single += node.style == ScalarStyle::single_quoted ? 1 : 0;
        twice += node.style == ScalarStyle::double_quoted ? 1 : 0;
    }
    return single > twice ? ScalarStyle::single_quoted : ScalarStyle::double_quoted;
}

Neighbours::Neighbours(const YamlTree& tree, std::string_view bytes, std::vector<NodeId> nodes)
    : tree_(tree), bytes_(bytes), nodes_(std::move(nodes)) {}

ScalarHabit Neighbours::habit_of(std::string_view text) const {
    ScalarHabit habit;
    const ImpliedType type = implied_type(text);
    bool first = true;
    for (const NodeId node : nodes_) {
        if (tree_[node].type != NodeType::scalar) continue;
        const ScalarStyle style = tree_[node].style;
        if (style == ScalarStyle::literal || style == ScalarStyle::folded) continue;
        if (style == ScalarStyle::plain && implied_type(tree_.text(node, bytes_)) == type) habit.type = type;
        if (first) habit.style = style;
        if (habit.style != style) habit.style = ScalarStyle::plain;
        first = false;
    }
    // All of the file is asked only where that matters.
    if (!can_be_plain(text, {true, true}, habit.type)) habit.quotes = prevailing_quotes(tree_);
    return habit;
}

Neighbours Neighbours::in_lists() const {
    std::vector<NodeId> found;
    for (const NodeId node : nodes_) {
        if (tree_[node].type != NodeType::list) {
            found.push_back(node);
            continue;
        }
        for (const NodeId item : tree_.items(node)) found.push_back(item);
    }
    return {*this, std::move(found)};
}

Neighbours Neighbours::keys(std::string_view name) const {
    std::vector<NodeId> found;
    for (const NodeId node : nodes_) {
        if (tree_[node].type != NodeType::map) continue;
        for (const YamlEntry entry : tree_.entries(node)) {
            if (tree_.text(entry.key, bytes_) == name) found.push_back(entry.key);
        }
    }
    return {*this, std::move(found)};
}

Neighbours Neighbours::values(std::string_view name) const {
    Neighbours found = keys(name);
    for (NodeId& node : found.nodes_) node = NodeId(tree_.after(node));
    return found;
}

bool Neighbours::have_braces() const {
    const auto last =
        std::find_if(nodes_.rbegin(), nodes_.rend(), [&](NodeId node) { return tree_[node].type == NodeType::map; });
    return last != nodes_.rend() && is_bracketed(tree_, *last);
}

}  // namespace ims
