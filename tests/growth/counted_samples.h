// Code that is counted like the library's own, to see that what grows too much is seen.
#pragma once

#include <cstddef>
#include <vector>

namespace ims {

// How many of the numbers stand a second time: each held against each.
std::size_t twice_by_pairs(const std::vector<int>& numbers);
// The same by sorting them.
std::size_t twice_by_order(std::vector<int> numbers);
// Copies the numbers for each of them.
std::size_t copies(const std::vector<int>& numbers);

}  // namespace ims
