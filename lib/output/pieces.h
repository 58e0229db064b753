// Long output, made piece by piece by several threads at once and written in its order.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "output/sink.h"

namespace ims {

// Calls `make(begin, end, out)` for slices of `count` items, from up to `jobs` threads, and hands what each puts at the
// end of its `out` to `sink`, in the order of the items. Never holds more than some slices for each thread.
void write_pieces(std::size_t jobs, std::size_t count,
                  const std::function<void(std::size_t begin, std::size_t end, std::string& out)>& make,
                  const Sink& sink);

}  // namespace ims
