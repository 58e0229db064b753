// A value that becomes one of another form: a text that was meant as a list, a map that was meant as a text.
#include <string>
#include <string_view>

#include "yaml/block_text.h"
#include "yaml/cursor.h"
#include "yaml/neighbours.h"
#include "yaml/place.h"
#include "yaml/rewrite.h"
#include "yaml/write.h"

namespace ims {
namespace {

// Why what stands there cannot make room for another value; empty where it can.
std::string_view obstacle(const YamlTree& tree, std::string_view bytes, NodeId node, const NodePlace& place) {
    const YamlNode& old = tree[node];
    if (place.is_key) return "a key is always a text";
    if (old.type == NodeType::alias) return "an alias stands there; change what it names";
    if (old.type == NodeType::null) return "no value stands there";
    if (is_block_style(old.style)) return "a block of text stands there";
    if (old.type == NodeType::list && !is_bracketed(tree, node)) return "a list over several lines stands there";
    const std::string_view written = bytes.substr(old.begin, old.end - old.begin);
    if (old.is_collection() && written.find_first_of("\r\n") != std::string_view::npos)
        return "what stands there takes several lines";
    for (const LeadWord& word : lead_words(bytes, place.lead_begin, old.begin)) {
        if (word.text.find_first_of("&!") != std::string_view::npos)
            return "the value has an anchor or a tag, which would become that of another";
    }
    return {};
}

}  // namespace

Result<TextEdit> replace_with(const YamlTree& tree, std::string_view bytes, NodeId node, const NewValue& value) {
    if (!node.known()) return Error{"no value stands at this place"};
    const NodePlace place = place_of(tree, node);
    if (const std::string_view why = obstacle(tree, bytes, node, place); !why.empty()) return Error{std::string(why)};
    if (place.depth + height_of(value) > YamlLimits{}.depth) return Error{"the value would be nested too deep"};
    IMS_TRY_ASSIGN(std::string written, write_in_line(value, place.in_brackets, Neighbours(tree, bytes, {node})));
    return TextEdit{tree[node].begin, tree[node].end, std::move(written)};
}

}  // namespace ims
