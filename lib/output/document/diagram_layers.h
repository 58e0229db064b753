// The first half of drawing a diagram: which layer, band and row each node gets. Knows no sizes.
#pragma once

#include <cstddef>
#include <vector>

#include "report/document.h"

namespace ims {

// A node of the diagram, or a place where an arrow passes through a layer.
struct LayerSpot {
    std::size_t layer = 0;
    std::size_t band = 0;
    std::vector<std::size_t> before;  // spots of the layer before that it is joined to
    std::vector<std::size_t> after;
};

struct DiagramLayers {
    std::vector<LayerSpot> spots;                              // first those of the nodes, as in the diagram
    std::vector<std::vector<std::vector<std::size_t>>> order;  // by layer, by band
    std::size_t bands = 0;
    // For each arrow the spots from the lower layer to the higher; empty for one from a node to itself or to nowhere.
    std::vector<std::vector<std::size_t>> chains;
    std::vector<bool> backwards;  // for each arrow: whether it points from the higher layer to the lower
};

DiagramLayers find_layers(const Diagram& diagram);

}  // namespace ims
