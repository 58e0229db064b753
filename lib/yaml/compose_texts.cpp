#include "yaml/compose_texts.h"

#include <string>

#include "base/unicode.h"

namespace ims {

void compose_texts(std::string_view source, std::uint32_t first, YamlDraft& tree) {
    for (std::size_t index = first; index < tree.nodes.size(); ++index) {
        YamlNode& node = tree.nodes[index];
        if (node.type != NodeType::scalar) continue;
        const std::string_view text = tree.text(NodeId::from(index), source);
        if (is_composed(text)) continue;
        const std::string other = composed(text);
        node.text_in_arena = true;
        node.text_begin = static_cast<std::uint32_t>(tree.arena.size());
        tree.arena += other;
        node.text_end = static_cast<std::uint32_t>(tree.arena.size());
    }
}

}  // namespace ims
