// The bytes of a file before they are read as YAML: their encoding, control characters and merge conflicts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/problems.h"
#include "yaml/tree.h"

namespace ims {

struct ConflictRegion {
    std::uint32_t begin = 0;  // of the line `<<<<<<< …`
    std::uint32_t end = 0;    // of the line `>>>>>>> …`, or of the file
};

struct Prescan {
    bool readable = true;  // false: too large, or UTF-16 or UTF-32
    // The bytes with a `?` for each that is not UTF-8, a blank for each control character and a line feed for each lone
    // carriage return: those mistakes hide no other. Empty where nothing had to be replaced.
    std::string replaced;
    std::uint32_t begin = 0;  // after a byte order mark
    std::vector<ConflictRegion> conflicts;
};

Prescan prescan(std::string_view bytes, const YamlLimits& limits, Problems& problems);

}  // namespace ims
