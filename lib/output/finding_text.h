// A finding as people read it: what, where with the line itself, why, and what to do.
#pragma once

#include <string>

#include "output/format.h"

namespace ims {

// Several lines, each ended. No text from records gets through unescaped.
std::string finding_text(const Finding& finding, const Style& style, const Positions& positions);

}  // namespace ims
