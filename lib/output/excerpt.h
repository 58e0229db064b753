// A line of a file with marks below a part of it, safe and fit for a screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ims {

struct Excerpt {
    std::string line;
    std::string marks;  // blanks, then a `^` for each column marked; at least one
};

// Marks the bytes [begin, end) of a line; what lies beyond it is not marked. Tabs become blanks, unsafe characters
// escapes, wide characters take two marks. A line wider than `columns` is cut around the marks, with `…`.
Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t columns);

}  // namespace ims
