// A diagram within a page: drawn, with links to the records' pages, and the same in words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "output/document/document_format.h"
#include "report/document.h"

namespace ims {

// `title`: what a reader hears first; `number`: which of the page's diagrams it is.
std::string html_diagram(const Diagram& diagram, std::string_view title, std::size_t number,
                         const DocumentStyle& style);

}  // namespace ims
