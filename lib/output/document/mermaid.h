// Diagrams as Mermaid source, which GitHub and GitLab draw.
#pragma once

#include <string>

#include "report/document.h"

namespace ims {

// Larger ones are not drawn: they say nothing to a reader, and GitHub refuses them.
inline constexpr std::size_t kMostArrows = 200;
bool fits_mermaid(const Diagram& diagram);

// Without the fence. Names of nodes are made up; labels cannot end their quotes or hold mark-up.
std::string mermaid(const Diagram& diagram);

}  // namespace ims
