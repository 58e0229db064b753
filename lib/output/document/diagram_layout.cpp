#include "output/document/diagram_layout.h"

namespace ims {

bool fits_drawing(const Diagram& diagram) {
    // Lines of lanes keep to their ways, and lists have no lines.
    const std::size_t nodes = diagram.layout == Diagram::Layout::layers ? kMostDrawnNodes : 2 * kMostDrawnNodes;
    return diagram.nodes.size() <= nodes && diagram.arrows.size() <= kMostDrawnArrows;
}

Drawing draw(const Diagram& diagram) {
    switch (diagram.layout) {
        case Diagram::Layout::layers: break;
        case Diagram::Layout::lanes: return draw_lanes(diagram);
        case Diagram::Layout::around: return draw_around(diagram);
    }
    return draw_layers(diagram);
}

}  // namespace ims
