#include "yaml/anchors.h"

namespace ims {

void Anchors::set_height(std::string_view name, std::uint32_t node, std::uint32_t height) {
    // A child may have taken the name meanwhile.
    if (Anchor& anchor = by_name_.find(name)->second; anchor.node == node) anchor.height = height;
}

const Anchors::Anchor* Anchors::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &found->second;
}

}  // namespace ims
