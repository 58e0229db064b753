// The texts after `|` and `>`: where one ends, and what it says. How one is written is up to block_text.h.
#pragma once

#include <cstdint>
#include <string>

#include "yaml/cursor.h"
#include "yaml/scalars.h"

namespace ims {

// Requires: the cursor is at `|` or `>`. Leaves it after the last line that holds more than blanks, and appends to
// `text` what it says. `parent` is the column of the list or mapping around, -1 outside all.
Trouble read_block(Cursor& cursor, Scalar& scalar, std::int64_t parent, std::string& text);

}  // namespace ims
