#include "yaml/node.h"

namespace ims {

bool YamlNode::operator==(const YamlNode& other) const {
    if (type != other.type || style != other.style || text_in_arena != other.text_in_arena) return false;
    if (anchored != other.anchored || begin != other.begin || end != other.end) return false;
    if (text_begin != other.text_begin) return false;
    return is_collection() ? next == other.next : text_end == other.text_end;
}

}  // namespace ims
