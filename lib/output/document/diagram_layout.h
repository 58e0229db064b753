// Where the boxes and arrows of a diagram stand when we draw it ourselves: layers by longest path, in each layer the
// order that crosses few arrows, groups as bands that nothing else stands in. The same diagram always looks the same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/document.h"

namespace ims {

// Larger ones say nothing to a reader.
inline constexpr std::size_t kMostDrawnNodes = 60;
inline constexpr std::size_t kMostDrawnArrows = 200;
bool fits_drawing(const Diagram& diagram);

struct Drawing {
    struct Point {
        double x = 0;
        double y = 0;
    };
    struct Box {
        double x = 0;  // of the corner at the top left
        double y = 0;
        double width = 0;
        double height = 0;
        std::vector<std::string> lines;  // raw, wrapped
    };
    struct Arrow {
        // Joined in turn by a curve, a straight line, a curve, …; the tip is the last.
        std::vector<Point> points;
        Box label;
    };
    double width = 0;
    double height = 0;
    std::vector<Box> nodes;     // as in the diagram
    std::vector<Arrow> arrows;  // as in the diagram; without points where it leads nowhere
    std::vector<Box> groups;    // as in the diagram; without lines where nothing is in it
};

// Sizes in CSS pixels, for letters of so many pixels.
inline constexpr double kNodeLetters = 13;
inline constexpr double kLabelLetters = 11;
inline constexpr double kLineHeight = 1.3;

// Requires: fits_drawing(diagram).
Drawing draw(const Diagram& diagram);

}  // namespace ims
