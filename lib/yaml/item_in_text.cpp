#include "yaml/item_in_text.h"

#include <algorithm>

#include "yaml/cursor.h"

namespace ims {

std::optional<PlaceOfItem> item_in_text(std::string_view bytes, const YamlNode& node) {
    if (node.type != NodeType::scalar || node.style != ScalarStyle::plain) return std::nullopt;
    const std::string_view text = bytes.substr(node.begin, node.end - node.begin);
    for (std::size_t line = text.find('\n'); line != std::string_view::npos; line = text.find('\n', line)) {
        line = text.find_first_not_of(" \t\r\n", line);
        if (line == std::string_view::npos) break;
        if (text[line] != '-' || line + 1 >= text.size() || !is_blank(text[line + 1])) continue;
        const std::size_t end = std::min(text.find_first_of("\r\n", line), text.size());
        return PlaceOfItem{node.begin + static_cast<std::uint32_t>(line), node.begin + static_cast<std::uint32_t>(end)};
    }
    return std::nullopt;
}

}  // namespace ims
