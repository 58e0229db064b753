// What comes with the program and could be named, read or not: the catalogues of standards by their ids.
#pragma once

#include <string_view>
#include <vector>

#include "source/source_map.h"

namespace ims {

// In byte order.
std::vector<std::string_view> built_in_ids(const SourceMap& sources);

}  // namespace ims
