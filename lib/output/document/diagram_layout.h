// Where the boxes and lines of a diagram stand when we draw it ourselves. The same diagram always looks the same; no
// text lies over another text or another's box, and no line runs through a box that it does not end at.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/document.h"

namespace ims {

// Whether it says something to a reader; larger ones do not.
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
        std::vector<std::string> lines = {};  // raw, wrapped
        std::vector<std::string> notes = {};  // below them, smaller
        bool cut = false;                     // whether there is more to say than its lines do
    };
    struct Arrow {
        // In layers and around: joined in turn by a curve, a straight line, a curve, …; in lanes by straight lines with
        // rounded corners. The tip is the last.
        std::vector<Point> points;
        Box label;
    };
    double width = 0;
    double height = 0;
    std::vector<Box> nodes;     // as in the diagram; around: all but the first have no outline
    std::vector<Arrow> arrows;  // as in the diagram; without points where it leads nowhere
    std::vector<Box> groups;    // as in the diagram, without their titles; without a size where nothing is in it
    std::vector<Box> titles;    // of the groups: just the text
    std::vector<Arrow> ties;    // around: from each group to the middle; without points where nothing is in it
};

// Sizes in CSS pixels, for letters of so many pixels.
inline constexpr double kNodeLetters = 13;
inline constexpr double kLabelLetters = 12;
inline constexpr double kLineHeight = 1.3;
// Wider ones are scrolled, since their letters would be too small.
inline constexpr double kWidestShrunk = 1150;

// Requires: fits_drawing(diagram).
Drawing draw(const Diagram& diagram);

// Each by its layout; called by `draw` alone.
Drawing draw_layers(const Diagram& diagram);
Drawing draw_lanes(const Diagram& diagram);
Drawing draw_around(const Diagram& diagram);

}  // namespace ims
