#include "yaml/place.h"

#include <algorithm>
#include <cstddef>

#include "yaml/cursor.h"

namespace ims {

namespace {

const YamlDocument& document_of(const YamlTree& tree, NodeId node) {
    const auto after =
        std::upper_bound(tree.documents.begin(), tree.documents.end(), tree[node].begin,
                         [](std::uint32_t place, const YamlDocument& document) { return place < document.begin; });
    return after == tree.documents.begin() ? *after : *std::prev(after);
}

}  // namespace

bool is_bracketed(const YamlTree& tree, NodeId collection) {
    // Without brackets, a list or map begins where its first child does.
    const NodeId first(collection.value + 1);
    return tree.after(collection) == first.value || tree[first].begin > tree[collection].begin;
}

NodePlace place_of(const YamlTree& tree, NodeId node) {
    NodePlace place;
    const YamlDocument& document = document_of(tree, node);
    place.lead_begin = document.begin;
    for (NodeId around = document.root; around != node;) {
        const bool bracketed = is_bracketed(tree, around);
        if (bracketed) place.lead_begin = tree[around].begin + 1;
        place.in_brackets = place.in_brackets || bracketed;
        place.at_root = place.at_root && place.in_brackets;
        place.parent = around;
        place.before = NodeId();
        place.is_key = tree[around].type == NodeType::map;
        ++place.depth;
        NodeId child(around.value + 1);
        while (tree.after(child) <= node.value) {
            place.before = child;
            place.lead_begin = tree[child].end;
            place.is_key = !place.is_key && tree[around].type == NodeType::map;
            child = NodeId(tree.after(child));
        }
        around = child;
    }
    return place;
}

std::vector<NodeId> collections_around(const YamlTree& tree) {
    std::vector<NodeId> around(tree.nodes.size());
    for (std::size_t index = 0; index < tree.nodes.size(); ++index) {
        if (!tree.nodes[index].is_collection()) continue;
        const NodeId collection = NodeId::from(index);
        for (const NodeId child : tree.items(collection)) around[child.index()] = collection;
    }
    return around;
}

Result<std::string_view> lead_of_empty(const YamlTree& tree, std::string_view bytes, NodeId node,
                                       const NodePlace& place) {
    const std::uint32_t at = tree[node].begin;
    const bool has_key = place.parent.known() && tree[place.parent].type == NodeType::map;
    if (has_key && tree[place.before].end == at) {
        if (place.in_brackets) return std::string_view(": ");
        return Error{"the key after `?` has no `:` after which a value could be written"};
    }
    const bool apart = at == 0 || is_blank(bytes[at - 1]) || is_break(bytes[at - 1]);
    return std::string_view(apart ? "" : " ");
}

std::vector<LeadWord> lead_words(std::string_view bytes, std::uint32_t begin, std::uint32_t end) {
    std::vector<LeadWord> words;
    for (std::uint32_t at = begin; at < end;) {
        const bool first = at == line_begin(bytes, at);
        if (is_blank(bytes[at]) || is_break(bytes[at])) {
            ++at;
        } else if ((bytes[at] == '#' && (first || is_blank(bytes[at - 1]))) || (bytes[at] == '%' && first)) {
            at = std::min(line_end(bytes, at), end);
        } else {
            const std::uint32_t word = at;
            while (at < end && !is_blank(bytes[at]) && !is_break(bytes[at])) ++at;
            const std::string_view text = bytes.substr(word, at - word);
            if (text != "---") words.push_back({word, text});
        }
    }
    return words;
}

std::uint32_t line_begin(std::string_view bytes, std::uint32_t at) {
    while (at > 0 && !is_break(bytes[at - 1])) --at;
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return at == 0 && bytes.starts_with(kMark) ? static_cast<std::uint32_t>(kMark.size()) : at;
}

std::uint32_t line_end(std::string_view bytes, std::uint32_t at) {
    return static_cast<std::uint32_t>(std::min(bytes.find_first_of("\r\n", at), bytes.size()));
}

std::string_view line_end_at(std::string_view bytes, std::uint32_t at) {
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("\r\n")) return rest.substr(0, 2);
    return rest.substr(0, !rest.empty() && is_break(rest[0]) ? 1 : 0);
}

std::string_view usual_line_end(std::string_view bytes) {
    const std::string_view first = line_end_at(bytes, line_end(bytes, 0));
    return first.empty() ? "\n" : first;
}

std::uint32_t after_blank_lines(std::string_view bytes, std::uint32_t at) {
    std::uint32_t end = line_end(bytes, at);
    for (;;) {
        end += static_cast<std::uint32_t>(line_end_at(bytes, end).size());
        std::uint32_t content = end;
        while (content < bytes.size() && is_blank(bytes[content])) ++content;
        if (content == bytes.size()) return content;
        if (!is_break(bytes[content])) return end;
        end = content;
    }
}

}  // namespace ims
