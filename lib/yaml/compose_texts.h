// Texts are read in one form, NFC: what one editor writes as `ü` and another as `u` and a mark is the same word, in
// ids, keys and all else. The bytes of the file stay as they are.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

// Of those nodes from `first` on. `source` is the file; requires: their texts are decoded.
void compose_texts(std::string_view source, std::uint32_t first, YamlDraft& tree);

}  // namespace ims
