// Diagrams as SVG within a page: coloured by the page's style, told in words to those who do not see it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "report/document.h"

namespace ims {

// Where a link leads, encoded for an attribute; empty where nowhere.
using LinkOfPage = std::function<std::string(const Inline&)>;

// `title`: what a reader hears first; `number`: which of the page's diagrams it is. Requires: fits_drawing(diagram).
std::string svg(const Diagram& diagram, std::string_view title, std::size_t number, const LinkOfPage& link);

}  // namespace ims
