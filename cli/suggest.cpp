#include "cli/suggest.h"

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"

namespace ims {

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    const auto found = nearest(word, candidates);
    return found ? "; " + did_you_mean(*found) : "";
}

std::string nearest_or_all(std::string_view word, const std::vector<std::string_view>& candidates,
                           std::string_view shown_by) {
    constexpr std::size_t kMany = 8;
    std::string near = did_you_mean(word, candidates);
    if (!near.empty() || candidates.empty()) return near;
    std::vector<std::string_view> longer = candidates;
    std::erase_if(longer, [&](std::string_view each) { return word.empty() || !each.starts_with(word); });
    if (!longer.empty() && longer.size() <= kMany)
        return fmt::format("; {} {} so", join_names(longer, Ticks::yes, kMany),
                           longer.size() == 1 ? "begins" : "begin");
    const std::size_t shown = shown_by.empty() ? candidates.size() : kMany;
    std::string all =
        fmt::format("; there {} {}", candidates.size() == 1 ? "is" : "are", join_names(candidates, Ticks::yes, shown));
    // `join_names` shows one more rather than to say that there is one more.
    if (candidates.size() > shown + 1) all += fmt::format("; {} shows all", shown_by);
    return all;
}

}  // namespace ims
