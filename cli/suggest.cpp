#include "cli/suggest.h"

#include "base/nearest.h"

namespace ims {

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    const auto found = nearest(word, candidates);
    return found ? "; " + did_you_mean(*found) : "";
}

}  // namespace ims
