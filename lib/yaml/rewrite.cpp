#include "yaml/rewrite.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/text.h"
#include "yaml/block_text.h"
#include "yaml/place.h"
#include "yaml/write.h"

namespace ims {

namespace {

// The scalar or empty value that `node` is, or that is written by the same bytes.
Result<NodeId> scalar_of(const YamlTree& tree, NodeId node) {
    if (!node.known()) return Error{"no value stands at this place"};
    for (NodeId inner = node; tree.after(inner) > inner.value + 1; inner = NodeId(inner.value + 1)) {
        const NodeId child(inner.value + 1);
        if (tree[child].begin != tree[node].begin || tree[child].end != tree[node].end) break;
        if (!tree[child].is_collection()) return scalar_of(tree, child);
    }
    switch (tree[node].type) {
        case NodeType::list: return Error{"a list stands where a text is to be written"};
        case NodeType::map: return Error{"a map stands where a text is to be written"};
        case NodeType::alias: return Error{"an alias stands where a text is to be written; change what it names"};
        default: return node;
    }
}

// A key must not be that of another entry of its map.
Outcome check_key(const YamlTree& tree, std::string_view bytes, NodeId node, const NodePlace& place,
                  std::string_view text) {
    if (!place.is_key) return Nothing{};
    for (const YamlEntry entry : tree.entries(place.parent)) {
        if (entry.key != node && tree.text(entry.key, bytes) == text) {
            return Error{"the map has a key `" + visible(text) + "` already"};
        }
    }
    return Nothing{};
}

std::size_t count_in(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

// Where the text of a scalar stands among its bytes: between the quotes, or after the first line of a block.
std::pair<std::uint32_t, std::uint32_t> text_bytes(std::string_view bytes, const YamlNode& node) {
    if (is_block_style(node.style)) return {std::min(line_end(bytes, node.begin), node.end), node.end};
    const std::uint32_t quote = node.style == ScalarStyle::plain ? 0 : 1;
    return {node.begin + quote, node.end - quote};
}

// The end of `part` if it stands at `at`, where each blank of it may be the end of a line with the blanks around.
std::size_t match_end(std::string_view written, std::size_t at, std::string_view part) {
    for (const char c : part) {
        if (at < written.size() && written[at] == c && c != ' ') {
            ++at;
            continue;
        }
        if (c != ' ' || at == written.size()) return std::string_view::npos;
        std::size_t next = std::min(written.find_first_not_of(" \t", at), written.size());
        const std::string_view broken = line_end_at(written, static_cast<std::uint32_t>(next));
        if (broken.empty()) {
            if (written[at] != ' ') return std::string_view::npos;
            ++at;
        } else {
            next += broken.size();
            at = std::min(written.find_first_not_of(" \t", next), written.size());
        }
    }
    return at;
}

// Only the bytes of `was` become those of `text`; none where they cannot be told, or more than they would change.
std::optional<TextEdit> replace_raw(const YamlTree& tree, std::string_view bytes, NodeId node, const NodePlace& place,
                                    std::string_view was, std::string_view text, std::string_view wanted) {
    const YamlNode& scalar = tree[node];
    if (scalar.style == ScalarStyle::single_quoted && !can_be_single_quoted(text)) return {};
    if (is_block_style(scalar.style) && text.find_first_of("\r\n") != std::string_view::npos) return {};
    if (is_block_style(scalar.style) && !text.empty() && !can_be_block(text, ScalarStyle::literal)) return {};
    if (scalar.style == ScalarStyle::plain) {
        std::string on_one_line(wanted);
        std::replace(on_one_line.begin(), on_one_line.end(), '\n', ' ');
        const ImpliedType type = implied_type(tree.text(node, bytes));
        if (!can_be_plain(on_one_line, {place.in_brackets, place.is_key}, type)) return {};
    }
    const auto [begin, end] = text_bytes(bytes, scalar);
    const std::string_view written = bytes.substr(begin, end - begin);
    const std::string sought = escaped(was, scalar.style);
    std::optional<TextEdit> edit;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const std::size_t matched = match_end(written, at, sought);
        if (matched == std::string_view::npos) continue;
        if (edit) return {};
        edit = TextEdit{begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(matched),
                        escaped(text, scalar.style)};
    }
    if (!edit) return {};
    std::string changed(bytes.substr(scalar.begin, scalar.end - scalar.begin));
    changed.replace(edit->begin - scalar.begin, edit->end - edit->begin, edit->text);
    const bool too_long = place.is_key && changed.size() > kLongestKey;
    if (too_long || !reads_as(tree, bytes, node, place, changed, wanted)) return {};
    return edit;
}

// A block of text stays one where it can hold the text; else it becomes a quoted text, before the same comment.
Result<TextEdit> replace_block(const YamlTree& tree, std::string_view bytes, NodeId node, const NodePlace& place,
                               std::string_view text) {
    const YamlNode& old = tree[node];
    if (std::optional<std::string> written = write_block(tree, bytes, node, place, text)) {
        return TextEdit{old.begin, old.end, std::move(*written)};
    }
    const ScalarStyle quotes = prevailing_quotes(tree);
    IMS_TRY_ASSIGN(const std::string quoted,
                   write_scalar(text, {place.in_brackets, place.is_key}, {quotes, {}, quotes}));
    return TextEdit{old.begin, old.end, quoted + std::string(comment_of_block(bytes, old))};
}

}  // namespace

NodeId node_at(const YamlTree& tree, std::uint32_t begin, std::uint32_t end) {
    const std::size_t count = tree.nodes.size();
    std::size_t found = 0;  // the first that does not begin before
    for (std::size_t left = count; left > 0;) {
        const std::size_t half = left / 2;
        if (tree.nodes[found + half].begin < begin) {
            found += half + 1;
            left -= half + 1;
        } else {
            left = half;
        }
    }
    while (found != count && tree.nodes[found].begin == begin && tree.nodes[found].end != end) ++found;
    return found == count || tree.nodes[found].begin != begin ? NodeId() : NodeId::from(found);
}

Result<TextEdit> replace_scalar(const YamlTree& tree, std::string_view bytes, NodeId node, std::string_view text,
                                Meant meant) {
    IMS_TRY_ASSIGN(const NodeId scalar, scalar_of(tree, node));
    const NodePlace place = place_of(tree, scalar);
    const YamlNode& old = tree[scalar];
    IMS_TRY(check_key(tree, bytes, scalar, place, text));
    if (is_block_style(old.style)) return replace_block(tree, bytes, scalar, place, text);
    const bool plain = old.style == ScalarStyle::plain;
    ScalarHabit habit;
    if (old.style != ScalarStyle::none) habit.style = old.style;
    if (plain) habit.type = implied_type(meant == Meant::typed ? text : tree.text(scalar, bytes));
    const ScalarPlace needs{place.in_brackets, place.is_key};
    if (habit.style == ScalarStyle::plain && !can_be_plain(text, needs, habit.type)) {
        habit.quotes = prevailing_quotes(tree);
    }
    IMS_TRY_ASSIGN(std::string written, write_scalar(text, needs, habit));
    if (old.style == ScalarStyle::none) {
        IMS_TRY_ASSIGN(const std::string_view lead, lead_of_empty(tree, bytes, scalar, place));
        written.insert(0, lead);
    }
    return TextEdit{old.begin, old.end, std::move(written)};
}

Result<TextEdit> replace_in_scalar(const YamlTree& tree, std::string_view bytes, NodeId node, std::string_view was,
                                   std::string_view text) {
    IMS_TRY_ASSIGN(const NodeId scalar, scalar_of(tree, node));
    std::string wanted(tree.text(scalar, bytes));
    const std::size_t count = was.empty() ? 0 : count_in(wanted, was);
    if (count == 0) return Error{"`" + shorten(was, 60) + "` does not stand in the text"};
    if (count > 1) return Error{"`" + shorten(was, 60) + "` stands in the text more than once"};
    if (first_invalid_utf8(text) != std::string_view::npos) return Error{"a text that is not UTF-8 cannot be written"};
    wanted.replace(wanted.find(was), was.size(), text);
    const NodePlace place = place_of(tree, scalar);
    IMS_TRY(check_key(tree, bytes, scalar, place, wanted));
    if (std::optional<TextEdit> edit = replace_raw(tree, bytes, scalar, place, was, text, wanted)) {
        return std::move(*edit);
    }
    return replace_scalar(tree, bytes, scalar, wanted);
}

}  // namespace ims
