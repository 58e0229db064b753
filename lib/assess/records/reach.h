// Walks through records, breadth first.
#pragma once

#include <cstddef>
#include <vector>

#include "assess/records/record_set.h"
#include "base/ids.h"

namespace ims {

// A walk ends after about so many records: it begins at every process, and what lies further away tells people nothing.
inline constexpr std::size_t kMostReached = 1000;

// The records that a record leads to, to any depth, nearest first, without itself. `next(record, visit)` hands each
// record that comes after `record` to `visit`.
template <class Next>
std::vector<RecordId> reach(RecordId from, const Next& next) {
    std::vector<RecordId> order = {from};
    RecordSet seen;
    seen.insert(from);
    for (std::size_t at = 0; at < order.size() && order.size() <= kMostReached; ++at) {
        next(order[at], [&](RecordId record) {
            if (seen.insert(record)) order.push_back(record);
        });
    }
    order.erase(order.begin());
    return order;
}

}  // namespace ims
