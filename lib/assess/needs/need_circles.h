// Things that cannot be back before each other: circles of needs without a workaround or a usable alternative on the
// way.
#pragma once

#include <cstddef>
#include <vector>

#include "assess/needs/need_graph.h"

namespace ims {

struct NeedCircle {
    std::vector<RecordId> way;  // a shortest way round, from the first record; the last one needs the first
    std::size_t members = 0;    // all that need each other, those on the way included
};

// Each once, in the order of their first records; a record that needs itself is left out. Linear in needs.
std::vector<NeedCircle> find_need_circles(const NeedGraph& needs);

}  // namespace ims
