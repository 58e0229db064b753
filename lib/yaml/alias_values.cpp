#include "yaml/alias_values.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ims {

std::uint64_t values_added_by_aliases(const YamlTree& tree) {
    const auto is_alias = [](const YamlNode& node) { return node.type == NodeType::alias; };
    if (std::ranges::none_of(tree.nodes, is_alias)) return 0;
    // What is named ends before its alias, so what its own aliases add is known by then.
    std::vector<std::uint64_t> added(tree.nodes.size() + 1);
    for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
        added[index + 1] = added[index];
        if (!is_alias(tree.nodes[index])) continue;
        const std::uint32_t first = tree.nodes[index].text_begin;
        // In what could not be read an alias may stand inside of what it names.
        if (first >= index) continue;
        const std::uint32_t last = tree.after(NodeId(first));
        if (last <= index && last > first) added[index + 1] += last - first + added[last] - added[first];
    }
    return added.back();
}

YamlTree unread_tree(const YamlTree& tree, std::string_view bytes, const YamlProblem& problem) {
    YamlTree result;
    result.documents = tree.documents;
    result.arena = tree.arena;  // words of problems stand there
    result.unread = tree.unread;
    result.problems = tree.problems;
    result.problems.push_back(problem);
    for (YamlDocument& document : result.documents) {
        if (document.root.known() && tree[document.root].type == NodeType::map) {
            for (const auto [key, value] : tree.entries(document.root)) {
                const NodeId target = tree.resolved(value);
                if (tree[target].type != NodeType::scalar) continue;
                result.unread.push_back({std::string(tree.text(tree.resolved(key), bytes)),
                                         std::string(tree.text(target, bytes)), tree[target].begin, tree[target].end});
            }
        }
        document.root = {};
        document.broken = true;
    }
    std::ranges::stable_sort(result.unread, {}, &UnreadLine::begin);
    std::ranges::stable_sort(result.problems, {}, &YamlProblem::begin);
    return result;
}

}  // namespace ims
