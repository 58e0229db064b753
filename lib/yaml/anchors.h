// The anchors of one document.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

namespace ims {

class Anchors {
public:
    struct Anchor {
        std::uint32_t node;
        std::uint32_t height;  // levels of nesting from its node down, those below aliases included
    };

    // A name may be given again: an alias means the latest before it.
    void define(std::string_view name, std::uint32_t node) { by_name_[name] = {node, 0}; }
    // Requires: the name was defined.
    void set_height(std::string_view name, std::uint32_t node, std::uint32_t height);
    [[nodiscard]] const Anchor* find(std::string_view name) const;

private:
    std::map<std::string_view, Anchor> by_name_;
};

}  // namespace ims
