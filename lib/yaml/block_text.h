// Texts that may take several lines, written again: whether they read as they should, and the blocks after `|` and `>`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "yaml/place.h"
#include "yaml/tree.h"

namespace ims {

inline bool is_block_style(ScalarStyle style) { return style == ScalarStyle::literal || style == ScalarStyle::folded; }

// The block of text at `node` with its first line, its indentation and its blank lines at the end, but another text;
// none where those cannot hold it.
std::optional<std::string> write_block(const YamlTree& tree, std::string_view bytes, NodeId node,
                                       const NodePlace& place, std::string_view text);

// What stands on its first line after `|` or `>`, with the blanks before; empty or a comment.
std::string_view comment_of_block(std::string_view bytes, const YamlNode& block);

// Whether `written`, put in the place of the scalar `node`, is read as one scalar of the same style that says `text`.
bool reads_as(const YamlTree& tree, std::string_view bytes, NodeId node, const NodePlace& place,
              std::string_view written, std::string_view text);

}  // namespace ims
