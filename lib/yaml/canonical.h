// What a YAML node says, whatever its layout: two nodes that say the same give the same text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

// Comments, quotes, the order of keys, folding and blanks at the ends make no difference, nor does a list of one item
// instead of the item, or an empty value instead of none. Keys that begin with `x_`, the users' own, are left out.
// Empty for what says nothing. `bytes` are those that the tree was built from.
std::string canonical(const YamlTree& tree, std::string_view bytes, NodeId node);

// Such a text with other words for its single values; keys stay.
std::string with_values(std::string_view canonical, const std::function<std::string(std::string_view)>& other);

}  // namespace ims
