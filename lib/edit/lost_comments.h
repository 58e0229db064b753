// What authors wrote for each other and a change takes along.
#pragma once

#include <string>
#include <vector>

#include "edit/render.h"

namespace ims {

// The comments that stand in what the edit replaces and not in what it writes, from their `#` on, without the blanks at
// their end; in the order in which they stand.
std::vector<std::string> lost_comments(const Analysis& analysis, const Edit& edit);

}  // namespace ims
