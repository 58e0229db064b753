#include "edit/lost_comments.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "yaml/place.h"

namespace ims {
namespace {

// A text may hold a `#` of its own.
bool is_text(const YamlTree& tree, std::uint32_t at) {
    return std::ranges::any_of(tree.nodes, [&](const YamlNode& each) {
        return each.type == NodeType::scalar && each.begin <= at && at < each.end;
    });
}

}  // namespace

std::vector<std::string> lost_comments(const Analysis& analysis, const Edit& edit) {
    const ParsedFile& parsed = *analysis.graph.value_sources(edit.span.file).own.parsed;
    const std::string_view bytes = parsed.bytes;
    std::vector<std::string> out;
    for (std::uint32_t at = edit.span.begin; at < edit.span.end; ++at) {
        const bool begins =
            bytes[at] == '#' && (at == 0 || std::string_view(" \t\r\n").find(bytes[at - 1]) != std::string_view::npos);
        if (!begins || is_text(parsed.tree, at)) continue;
        const std::uint32_t end = line_end(bytes, at);
        const std::string_view comment = trim(bytes.substr(at, end - at));
        if (edit.text.find(comment) == std::string::npos) out.emplace_back(comment);
        at = end;
    }
    return out;
}

}  // namespace ims
