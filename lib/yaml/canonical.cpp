#include "yaml/canonical.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"

namespace ims {
namespace {

// The parser allows a hundred levels; an alias that stands in itself was reported.
constexpr int kDeepest = 200;
// What aliases write out without end was reported too.
constexpr std::size_t kLongest = 1u << 20;

// Tells where a part ends without a word that the part could hold.
void append(std::string& text, std::string_view part) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
}

std::string write(const YamlTree& tree, std::string_view bytes, NodeId node, int depth);

std::string write_list(const YamlTree& tree, std::string_view bytes, NodeId list, int depth) {
    std::vector<std::string> items;
    for (std::uint32_t at = list.value + 1; at < tree.after(list); at = tree.after(NodeId(at))) {
        if (std::string item = write(tree, bytes, NodeId(at), depth); !item.empty()) items.push_back(std::move(item));
    }
    if (items.empty()) return {};
    if (items.size() == 1) return items.front();
    std::string text = "[";
    for (const std::string& item : items) {
        append(text, item);
        if (text.size() > kLongest) break;
    }
    return text;
}

std::string write_map(const YamlTree& tree, std::string_view bytes, NodeId map, int depth) {
    std::vector<std::pair<std::string_view, std::string>> entries;
    for (std::uint32_t at = map.value + 1; at < tree.after(map);) {
        const std::string_view key = tree.text(tree.resolved(NodeId(at)), bytes);
        const NodeId value(tree.after(NodeId(at)));
        at = tree.after(value);
        if (key.starts_with("x_")) continue;
        if (std::string said = write(tree, bytes, value, depth); !said.empty())
            entries.emplace_back(key, std::move(said));
    }
    if (entries.empty()) return {};
    std::ranges::stable_sort(entries, {}, &std::pair<std::string_view, std::string>::first);
    std::string text = "{";
    for (const auto& [key, said] : entries) {
        append(text, key);
        append(text, said);
        if (text.size() > kLongest) break;
    }
    return text;
}

std::string write(const YamlTree& tree, std::string_view bytes, NodeId node, int depth) {
    if (depth > kDeepest) return {};
    node = tree.resolved(node);
    switch (tree[node].type) {
        case NodeType::list: return write_list(tree, bytes, node, depth + 1);
        case NodeType::map: return write_map(tree, bytes, node, depth + 1);
        case NodeType::scalar: {
            const std::string_view text = trim(tree.text(node, bytes));
            return text.empty() ? std::string() : "=" + std::string(text);
        }
        case NodeType::null:
        case NodeType::alias: break;
    }
    return {};
}

}  // namespace

std::string canonical(const YamlTree& tree, std::string_view bytes, NodeId node) { return write(tree, bytes, node, 0); }

namespace {

// Takes what `append` put there; none where that is not so.
std::optional<std::string_view> take_part(std::string_view& rest) {
    std::size_t size = 0;
    const auto [end, trouble] = std::from_chars(rest.data(), rest.data() + rest.size(), size);
    if (trouble != std::errc() || end == rest.data() + rest.size() || *end != ':') return std::nullopt;
    std::string_view part = rest.substr(static_cast<std::size_t>(end - rest.data()) + 1);
    if (size > part.size()) return std::nullopt;
    rest = part.substr(size);
    return part.substr(0, size);
}

}  // namespace

std::string with_values(std::string_view canonical, const std::function<std::string(std::string_view)>& other) {
    if (canonical.starts_with('=')) return "=" + other(canonical.substr(1));
    const bool is_map = canonical.starts_with('{');
    if (!is_map && !canonical.starts_with('[')) return std::string(canonical);
    std::string text(canonical.substr(0, 1));
    std::string_view rest = canonical.substr(1);
    for (bool is_key = is_map; const auto part = take_part(rest); is_key = is_map && !is_key)
        append(text, is_key ? std::string(*part) : with_values(*part, other));
    return text + std::string(rest);
}

}  // namespace ims
