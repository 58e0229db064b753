#include "cli/suggest.h"

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"

namespace ims {

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    const auto found = nearest(word, candidates);
    return found ? fmt::format("; did you mean `{}`?", visible(*found)) : "";
}

}  // namespace ims
