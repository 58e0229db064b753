// The anchors of one document, and how much its aliases would add if each were written out.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

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

    // An alias at node `alias` stands for the nodes [first, last). Values that all aliases so far add together.
    std::uint64_t add_alias(std::uint32_t alias, std::uint32_t first, std::uint32_t last);

private:
    struct Alias {
        std::uint32_t node;
        std::uint64_t added;  // by this and all earlier aliases
    };
    [[nodiscard]] std::uint64_t added_before(std::uint32_t node) const;

    std::map<std::string_view, Anchor> by_name_;
    std::vector<Alias> aliases_;
};

}  // namespace ims
