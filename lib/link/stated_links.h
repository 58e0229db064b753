// What records say of each other, before it is seen from both ends.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.h"

namespace ims {

struct StatedLink {
    RecordId from;
    RecordId to;
    Field field;
    bool clause = false;      // the standard of a clause, told with each clause
    std::uint32_t value = 0;  // where it is said first
    std::uint32_t more = 0;   // see Edge
};

// Of what a record says of another in one field the first is left, and takes over the places of the others, which go to
// the end of `more_places`, from 1; but for clauses. `links`: by record, and then by place; they stay so.
void join_repeated(std::vector<StatedLink>& links, std::vector<std::vector<std::uint32_t>>& more_places);

}  // namespace ims
