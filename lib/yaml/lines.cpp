#include "yaml/lines.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "yaml/block_text.h"
#include "yaml/place.h"

namespace ims {
namespace {

// The end of the line on which `at` stands, where nothing but a comment stands between.
Result<std::uint32_t> end_of_line(std::string_view bytes, std::uint32_t at, std::string_view what) {
    const std::uint32_t end = line_end(bytes, at);
    const std::string_view rest = bytes.substr(at, end - at);
    const std::size_t content = std::min(rest.find_first_not_of(" \t"), rest.size());
    if (content < rest.size() && (rest[content] != '#' || content == 0))
        return Error{"more than a comment follows the " + std::string(what)};
    return end;
}

std::string_view name_of(const YamlNode& node) {
    return node.type == NodeType::list ? "list" : node.type == NodeType::map ? "map" : "value";
}

// The end of the last of the comments on lines of their own that follow the line which ends at `at`, with no blank line
// between, and are indented by more than `column`: they tell of what stands above them.
std::uint32_t after_inner_comments(std::string_view bytes, std::uint32_t at, std::size_t column) {
    for (;;) {
        const std::size_t next = at + line_end_at(bytes, at).size();
        const std::size_t text = bytes.find_first_not_of(' ', next);
        if (next == at || text == std::string_view::npos || bytes[text] != '#' || text - next <= column) return at;
        at = line_end(bytes, static_cast<std::uint32_t>(text));
    }
}

// Lists by indentation whose first item begins where `node` does, from `node` on inwards.
std::size_t lists_at_begin(const YamlTree& tree, NodeId node) {
    std::size_t count = 0;
    for (; tree[node].type == NodeType::list && !is_bracketed(tree, node); node = NodeId(node.value + 1)) ++count;
    return count;
}

}  // namespace

// The lines of blanks that follow a block of text may be part of it.
Result<TextEdit> insert_lines(const YamlTree& tree, std::string_view bytes, NodeId node, const std::string& lines) {
    const std::string_view usual_end = usual_line_end(bytes);
    IMS_TRY_ASSIGN(const std::uint32_t line, end_of_line(bytes, tree[node].end, name_of(tree[node])));
    const std::uint32_t at = after_inner_comments(bytes, line, lines.find_first_not_of(' '));
    const TextEdit after_last{at, at, std::string(usual_end) + lines};
    const NodeId leaf(tree.after(node) - 1);
    if (!is_block_style(tree[leaf].style) || at > line) return after_last;

    const std::string_view header = bytes.substr(tree[leaf].begin, 3);
    const std::size_t chomping = header.find_first_of("+- \t\r\n");
    const char how = chomping == std::string_view::npos ? ' ' : header[chomping];
    const bool has_text = !tree.text(leaf, bytes).empty();
    if (at == bytes.size()) {
        if (how == '-' || !has_text) return after_last;
        return Error{"the file ends within a block of text; end its last line first"};
    }
    const std::uint32_t next = after_blank_lines(bytes, at);
    const std::uint32_t first_end = at + static_cast<std::uint32_t>(line_end_at(bytes, at).size());
    const bool blanks = bytes.substr(first_end, next - first_end).find_first_of(" \t") != std::string_view::npos;
    if (how != '+' && !blanks) return after_last;
    if (next > 0 && line_end_at(bytes, next - 1).empty())
        return Error{"the file ends within a block of text; end its last line first"};
    return TextEdit{next, next, lines + std::string(usual_end)};
}

Result<TextEdit> remove_lines(const YamlTree& tree, std::string_view bytes, std::uint32_t begin, NodeId first,
                              NodeId last) {
    const std::uint32_t from = line_begin(bytes, begin);
    if (bytes.substr(from, begin - from).find_first_not_of(' ') != std::string_view::npos)
        return Error{"it stands on the line of something else"};
    // To a block of text before them belong the end of its last line and, where it keeps them or they hold blanks, the
    // blank lines below.
    const NodeId before(first.value == 0 ? 0 : first.value - 1);
    const bool after_block = first.value > 0 && is_block_style(tree[before].style);
    const std::string_view header = after_block ? bytes.substr(tree[before].begin, 3) : std::string_view();
    const bool keeps_blanks = header.substr(0, header.find_first_of(" \t\r\n")).find('+') != std::string_view::npos;

    std::uint32_t to = std::max(tree[last].end, begin + 1);
    // A block of text ends after its last line end.
    if (line_end_at(bytes, to - 1).empty()) {
        IMS_TRY_ASSIGN(to, end_of_line(bytes, to, name_of(tree[last])));
        if (to == bytes.size() && from > 0 && !after_block) {
            // What is missing at the end of the file stays missing.
            const std::uint32_t break_size = bytes.substr(0, from).ends_with("\r\n") ? 2 : 1;
            if (!line_end_at(bytes, from - break_size).empty()) return TextEdit{from - break_size, to, ""};
        }
        to += static_cast<std::uint32_t>(line_end_at(bytes, to).size());
    }
    if (!after_block) return TextEdit{from, to, ""};
    const std::uint32_t next = std::max(to, after_blank_lines(bytes, to - 1));
    const std::string_view below = bytes.substr(next, line_end(bytes, next) - next);
    // Behind a tab it would be no comment any more either.
    const std::size_t indentation = std::min(below.find_first_not_of(" \t"), below.size());
    if (indentation > begin - from && below.substr(indentation).starts_with('#'))
        return Error{"a comment below it would become a part of the text above it"};
    if (keeps_blanks || bytes.substr(to, next - to).find_first_of(" \t") != std::string_view::npos) to = next;
    return TextEdit{from, to, ""};
}

Result<std::uint32_t> dash_of(const YamlTree& tree, std::string_view bytes, NodeId list, NodeId item) {
    std::uint32_t lead_begin = place_of(tree, list).lead_begin;
    for (const NodeId each : tree.items(list)) {
        if (each == item) break;
        lead_begin = tree[each].end;
    }
    std::vector<std::uint32_t> dashes;
    for (const LeadWord& word : lead_words(bytes, lead_begin, tree[item].begin)) {
        if (word.text == "-") dashes.push_back(word.begin);
    }
    const std::size_t inner = lists_at_begin(tree, item);
    if (dashes.size() <= inner) return Error{"the dash of the item was not found"};
    return dashes[dashes.size() - 1 - inner];
}

}  // namespace ims
