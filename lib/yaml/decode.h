// Texts with escapes, quotes within or several lines, decoded by yaml-cpp; no other file of the program knows it.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

// Fills in the texts of those nodes from `first` on that need it (text_in_arena). `bytes` is what was read, up to
// `end`; `source` the file itself: a text that stands there as it is, is not copied. Gives the node that could not be
// decoded, if any.
NodeId decode_texts(std::string_view bytes, std::uint32_t end, std::string_view source, std::uint32_t first,
                    YamlTree& tree);

}  // namespace ims
