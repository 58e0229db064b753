// Where a format writes to, piece by piece, so that a long result never stands in memory twice.
#pragma once

#include <functional>
#include <string_view>

namespace ims {

using Sink = std::function<void(std::string_view)>;

}  // namespace ims
