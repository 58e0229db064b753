// Where references that should form a tree lead back to their beginning.
#pragma once

#include <vector>

#include "link/graph.h"

namespace ims {

// A record of a circle and the edge that leads on to the next one; the last one's leads to the first.
struct CircleStep {
    RecordId record;
    const Edge* edge = nullptr;
};
using Circle = std::vector<CircleStep>;

// The circles that a field's references form, retired records included, those of a record with itself left out. A
// reference that closes a circle is told once; each circle begins with its first record. Linear in references.
std::vector<Circle> find_circles(const Graph& graph, Field field);

}  // namespace ims
