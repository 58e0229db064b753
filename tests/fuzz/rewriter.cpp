#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

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

}  // namespace

std::string rewriter(std::string_view input) {
    const YamlTree tree = parse_yaml(input);
    if (!tree.problems.empty()) return {};
    // A few of them, however many there are.
    const std::size_t stride = tree.nodes.size() / 6 + 1;
    for (std::size_t index = input.size() % stride; index < tree.nodes.size(); index += stride) {
        const NodeId node = NodeId::from(index);
        if (!is_scalar(tree[node])) continue;
        const std::string_view text = kTexts[(index + input.size()) % kTexts.size()];
        const auto edit = replace_scalar(tree, input, node, text);
        if (!edit && edit.error().message().empty()) return "it is refused, and nobody says why";
        if (!edit) continue;
        if (std::string flaw = flaw_of(tree, input, node, text, *edit); !flaw.empty()) return flaw;
    }
    return {};
}

}  // namespace ims::fuzz
