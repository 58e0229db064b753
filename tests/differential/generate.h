// Valid YAML in all the styles that records may be written in, and what it says.
#pragma once

#include <cstdint>
#include <string>

#include "random.h"
#include "reading.h"

namespace ims::test {

struct Written {
    std::string bytes;
    Reading meant;  // by the rules of YAML 1.2.2
};

// Leaves out what records may not hold: tags, keys that are lists, maps, aliases or empty, the same anchor around its
// alias.
Written generate(Random& random);

}  // namespace ims::test
