#include "yaml/tree.h"

namespace ims {

bool YamlNode::operator==(const YamlNode& other) const {
    if (type != other.type || style != other.style || text_in_arena != other.text_in_arena) return false;
    if (anchored != other.anchored || begin != other.begin || end != other.end) return false;
    if (text_begin != other.text_begin) return false;
    return is_collection() ? next == other.next : text_end == other.text_end;
}

std::string_view YamlTree::text(NodeId node, std::string_view bytes) const {
    const YamlNode& entry = nodes[node.index()];
    if (entry.type != NodeType::scalar && entry.type != NodeType::null) return {};
    const std::string_view source = entry.text_in_arena ? std::string_view(arena) : bytes;
    return source.substr(entry.text_begin, entry.text_end - entry.text_begin);
}

NodeId YamlTree::resolved(NodeId node) const {
    const YamlNode& entry = nodes[node.index()];
    return entry.type == NodeType::alias ? NodeId(entry.text_begin) : node;
}

}  // namespace ims
