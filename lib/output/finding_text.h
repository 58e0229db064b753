// A finding as people read it: what, where with the line itself, why, and what to do.
#pragma once

#include <string>

#include "output/format.h"

namespace ims {

// Several lines, each ended. No text from records gets through unescaped.
// `rule`: its name. `names`: what its messages name. `news`: why it is new, where that is known.
std::string finding_text(const Finding& finding, std::string_view rule, const Style& style, const Positions& positions,
                         const Names& names, std::string_view news = {});

}  // namespace ims
