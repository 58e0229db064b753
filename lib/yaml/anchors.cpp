#include "yaml/anchors.h"

#include <algorithm>

namespace ims {

void Anchors::set_height(std::string_view name, std::uint32_t node, std::uint32_t height) {
    // A child may have taken the name meanwhile.
    if (Anchor& anchor = by_name_.find(name)->second; anchor.node == node) anchor.height = height;
}

const Anchors::Anchor* Anchors::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &found->second;
}

std::uint64_t Anchors::added_before(std::uint32_t node) const {
    const auto first = std::lower_bound(aliases_.begin(), aliases_.end(), node,
                                        [](const Alias& alias, std::uint32_t value) { return alias.node < value; });
    return first == aliases_.begin() ? 0 : std::prev(first)->added;
}

std::uint64_t Anchors::add_alias(std::uint32_t alias, std::uint32_t first, std::uint32_t last) {
    // What is named ends before the alias, so what its own aliases add is known. Whoever calls stops at a limit:
    // the sum cannot run over.
    const std::uint64_t cost = (last - first) + added_before(last) - added_before(first);
    const std::uint64_t before = aliases_.empty() ? 0 : aliases_.back().added;
    aliases_.push_back({alias, before + cost});
    return before + cost;
}

}  // namespace ims
