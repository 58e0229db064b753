// Keys that stand twice in one mapping, and merge keys.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/problems.h"
#include "yaml/tree.h"

namespace ims {

// Looks at the mappings among the nodes from `first` on. Requires: their texts are decoded.
void check_keys(const YamlDraft& tree, std::uint32_t first, std::string_view bytes, Problems& problems);

}  // namespace ims
