#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "fuzz/targets.h"
#include "yaml/rewrite.h"
#include "yaml/tree.h"

namespace ims::fuzz {
namespace {

constexpr std::array<std::string_view, 8> kTexts = {
    "word", "a: b # c", "", "no", "two\nlines\n", " blank, and 'quotes' \"of\" both\t", "\xC3\xA9\x07", "- [*x"};

bool is_scalar(const YamlNode& node) { return node.type == NodeType::scalar || node.type == NodeType::null; }

// All nodes but `node` keep their type and text, and `node` reads `text`.
std::string flaw_of(const YamlTree& before, std::string_view bytes, NodeId node, std::string_view text,
                    const TextEdit& edit) {
    if (edit.begin > edit.end || edit.end > bytes.size()) return "bytes are replaced that are not there";
    std::string written(bytes);
    written.replace(edit.begin, edit.end - edit.begin, edit.text);
    const YamlTree after = parse_yaml(written);
    const std::string shown = visible(text) + " in the place of node " + std::to_string(node.index());
    if (!after.problems.empty()) return "it is no longer YAML: " + shown;
    if (after.nodes.size() != before.nodes.size()) return "there are more or fewer values: " + shown;
    for (std::uint32_t index = 0; index < after.nodes.size(); ++index) {
        const bool is_it = index == node.index();
        const YamlNode& is = after.nodes[index];
        if (is_it && (is.type != NodeType::scalar || after.text(NodeId(index), written) != text))
            return "it reads something else: " + shown;
        if (is_it) continue;
        if (is.type != before.nodes[index].type) return "something else has another type: " + shown;
        if (is_scalar(is) && after.text(NodeId(index), written) != before.text(NodeId(index), bytes))
            return "something else reads otherwise: " + shown;
    }
    return {};
}

// What all nodes say, one after the other, but for those from `begin` to `end`.
std::vector<std::string> said_without(const YamlTree& tree, std::string_view bytes, std::uint32_t begin,
                                      std::uint32_t end) {
    std::vector<std::string> said;
    for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
        const YamlNode& node = tree.nodes[index];
        if (index < begin || index >= end)
            said.emplace_back(is_scalar(node) ? tree.text(NodeId(index), bytes) : std::string_view("collection"));
    }
    return said;
}

// The nodes before `begin` and from `end` on say what they said, with `between` between them.
std::string flaw_of_part(const YamlTree& before, std::string_view bytes, std::uint32_t begin, std::uint32_t end,
                         const std::vector<std::string>& between, const TextEdit& edit) {
    if (edit.begin > edit.end || edit.end > bytes.size()) return "bytes are replaced that are not there";
    std::string written(bytes);
    written.replace(edit.begin, edit.end - edit.begin, edit.text);
    const YamlTree after = parse_yaml(written);
    const std::string shown = visible(edit.text) + " at node " + std::to_string(begin);
    if (!after.problems.empty()) return "it is no longer YAML: " + shown;
    std::vector<std::string> due = said_without(before, bytes, begin, end);
    due.insert(due.begin() + begin, between.begin(), between.end());
    return said_without(after, written, 0, 0) == due ? "" : "something else reads otherwise: " + shown;
}

bool has_anchors(const YamlTree& tree) {
    return std::ranges::any_of(tree.nodes, [](const YamlNode& node) { return node.anchored; });
}

std::string flaw_of_new_entry(const YamlTree& tree, std::string_view input, NodeId map) {
    const auto edit = add_entries(tree, input, map, {{"new", {NewValue::Form::text, "word", {}, {}}, "why"}}, {});
    if (!edit) return edit.error().message().empty() ? "it is refused, and nobody says why" : "";
    const bool empty = tree.after(map) == map.value + 1;
    const std::uint32_t at = empty ? tree.after(map) : tree.after(NodeId(tree.after(NodeId(map.value + 1))));
    return flaw_of_part(tree, input, at, at, {"new", "word"}, *edit);
}

std::string flaw_of_removal(const YamlTree& tree, std::string_view input, NodeId around) {
    const bool is_map = tree[around].type == NodeType::map;
    if (tree.after(around) == around.value + 1) return {};
    // The last one: after the first all lead to another.
    std::uint32_t first = around.value + 1;
    std::uint32_t next = first;
    while (next < tree.after(around)) {
        first = next;
        next = tree.after(NodeId(next));
        if (is_map) next = tree.after(NodeId(next));
    }
    const auto edit = is_map ? remove_entry(tree, input, NodeId(first)) : remove_item(tree, input, NodeId(first));
    if (!edit) return edit.error().message().empty() ? "it is refused, and nobody says why" : "";
    return flaw_of_part(tree, input, first, next, {}, *edit);
}

}  // namespace

std::string rewriter(std::string_view input) {
    const YamlTree tree = parse_yaml(input);
    if (!tree.problems.empty()) return {};
    // A few of them, however many there are.
    const std::size_t stride = tree.nodes.size() / 6 + 1;
    for (std::size_t index = input.size() % stride; index < tree.nodes.size(); index += stride) {
        const NodeId node = NodeId::from(index);
        if (!is_scalar(tree[node])) {
            if (!tree[node].is_collection() || has_anchors(tree)) continue;
            std::string flaw = flaw_of_removal(tree, input, node);
            if (flaw.empty() && tree[node].type == NodeType::map) flaw = flaw_of_new_entry(tree, input, node);
            if (!flaw.empty()) return flaw;
            continue;
        }
        const std::string_view text = kTexts[(index + input.size()) % kTexts.size()];
        const auto edit = replace_scalar(tree, input, node, text);
        if (!edit && edit.error().message().empty()) return "it is refused, and nobody says why";
        if (!edit) continue;
        if (std::string flaw = flaw_of(tree, input, node, text, *edit); !flaw.empty()) return flaw;
    }
    return {};
}

}  // namespace ims::fuzz
