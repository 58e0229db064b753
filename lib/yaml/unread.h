// What can still be told of a document that could not be read: its lines `word: value`, among them a record's kind and
// id.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "yaml/tree.h"

namespace ims {

// Appends the lines at column 0 between `begin` and `end`.
void collect_unread(std::string_view bytes, std::uint32_t begin, std::uint32_t end, std::vector<UnreadLine>& lines);

}  // namespace ims
