// The lines of a drawing as SVG.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "output/document/diagram_layout.h"

namespace ims {

// Half a pixel is as fine as it gets; and the same bytes on every machine.
std::string svg_number(double value);
std::string svg_point(const Drawing::Point& point);

enum class Bends : std::uint8_t {
    across,
    down,
    rounded
};  // curves that leave and arrive so; straight lines with rounded corners
enum class Heads : std::uint8_t { none, last };

// A line with its head, as a path and a polygon. Requires: at least two points.
std::string svg_line(std::vector<Drawing::Point> points, Bends bends, Heads heads);
// From a box to itself, around its corner.
std::string svg_loop(std::vector<Drawing::Point> points);

}  // namespace ims
