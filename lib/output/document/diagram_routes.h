// Lines between boxes that stand in a grid: along channels between the rows and corridors between the columns, so that
// none runs through a box. All lines that begin at one box are one net: they leave it together and branch off, as rails
// do, and share no way with those of another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "output/document/diagram_layout.h"

namespace ims {

// Where a node stands: in the grid, or beside it.
struct GridPlace {
    enum class Where : std::uint8_t { nowhere, grid, left, right };
    Where where = Where::nowhere;
    std::size_t row = 0;
    std::size_t column = 0;
};

// Rows from top to bottom, with a channel above and below each. Two rows share one where nothing is between them.
struct GridShape {
    std::size_t columns = 1;
    std::size_t channels = 1;
    std::vector<std::size_t> above;  // by row: its channel
    std::vector<std::size_t> below;
};

// The line of an arrow: leaves into a channel, follows a corridor, arrives through another channel. What begins or ends
// beside the grid has a corridor of that side.
struct Route {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t leaves = kNone;    // channel
    std::size_t corridor = kNone;  // none where it arrives through the channel that it left into
    std::size_t arrives = kNone;   // channel
    std::size_t side = kNone;      // the corridor along which it gets to an end beside the grid
};

// What of a net lies in a channel or corridor.
struct Net {
    std::size_t source = 0;
    std::vector<std::size_t> arrows;
    std::size_t leaves = Route::kNone;
    std::size_t trunk = Route::kNone;
    std::set<std::size_t> corridors;
    std::map<std::size_t, std::size_t> track;  // by corridor: which of its tracks
};

struct Routes {
    std::vector<Net> nets;
    std::vector<Route> of;            // by arrow
    std::vector<std::size_t> net;     // by arrow; kNone where it leads nowhere
    std::vector<std::size_t> tracks;  // by corridor: how many
};

Routes find_routes(const Diagram& diagram, const std::vector<GridPlace>& places, const GridShape& shape);

}  // namespace ims
