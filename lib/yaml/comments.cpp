#include "yaml/comments.h"

#include <algorithm>
#include <cstddef>

#include "yaml/block_text.h"
#include "yaml/cursor.h"
#include "yaml/place.h"

namespace ims {
namespace {

bool begins_comment(std::string_view bytes, std::size_t at) {
    return bytes[at] == '#' && (at == 0 || is_blank(bytes[at - 1]) || is_break(bytes[at - 1]));
}

}  // namespace

bool has_comment(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (begins_comment(text, at)) return true;
    }
    return false;
}

CommentsSeen comments_within(const YamlTree& tree, std::string_view bytes, std::uint32_t begin, std::uint32_t end,
                             NodeId first, NodeId last) {
    CommentsSeen seen;
    const auto look = [&](std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t at = from; at < to; ++at) {
            if (!begins_comment(bytes, at)) continue;
            const std::uint32_t line = line_begin(bytes, at);
            const bool alone = bytes.substr(line, at - line).find_first_not_of(" \t") == std::string_view::npos;
            (alone ? seen.on_own_line : seen.behind_value) = true;
            at = line_end(bytes, at);
        }
    };
    std::uint32_t at = begin;
    for (std::uint32_t index = first.value; index < tree.after(last); ++index) {
        const YamlNode& node = tree[NodeId(index)];
        if (node.is_collection()) continue;
        if (node.begin > at) look(at, std::min(node.begin, end));
        // What stands behind the `|` of a block of text.
        if (is_block_style(node.style)) look(node.begin, std::min(line_end(bytes, node.begin), node.end));
        at = std::max(at, node.end);
    }
    if (at < end) look(at, end);
    return seen;
}

}  // namespace ims
