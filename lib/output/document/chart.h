// Numbers over time, drawn: as Mermaid source, as SVG within a page, and in characters of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/document.h"

namespace ims {

// Mermaid knows no gap in a line: steps at which a line has no value are left out.
std::string mermaid(const Chart& chart);
// `title`: what a reader hears first; `number`: which of the page's drawings it is.
std::string html_chart(const Chart& chart, std::string_view title, std::size_t number);
// A line of text for each line: its name, a block for each step, as high as its value, and its first and last value.
std::string text_chart(const Chart& chart);

}  // namespace ims
