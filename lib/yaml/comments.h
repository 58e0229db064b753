// Comments that stand between the values of a piece of a file.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

struct CommentsSeen {
    bool on_own_line = false;
    bool behind_value = false;
};

// Whether the text, which holds no value, has a comment.
bool has_comment(std::string_view text);

// In the bytes [begin, end), in which all that stands is the nodes from `first` to `last`, with all below it.
CommentsSeen comments_within(const YamlTree& tree, std::string_view bytes, std::uint32_t begin, std::uint32_t end,
                             NodeId first, NodeId last);

}  // namespace ims
