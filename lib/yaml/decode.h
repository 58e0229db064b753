// What texts say that are folded over several lines or hold escapes: yaml-cpp tells it, and no other file of the
// program knows yaml-cpp. Which bytes are a text, and what blocks of text say, is ours (scalars.h, read_block.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

// Fills in the texts of those nodes from `first` on that need it (text_in_arena), blocks of text apart. Requires: the
// outline found nothing wrong with them.
void decode_texts(std::string_view bytes, std::uint32_t first, YamlDraft& tree);

// Gives `node` the text that the arena holds from `begin` to its end; a text that stands in the bytes as it is, is not
// copied.
void take_text(std::string_view bytes, std::size_t begin, YamlDraft& tree, YamlNode& node);

}  // namespace ims
