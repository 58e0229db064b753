#pragma once

#include <cstddef>

namespace ims {

// How many processors this process may use; at least 1.
std::size_t available_jobs();

}  // namespace ims
