// Circles in a directed graph: which nodes lead back to each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ims {

// Strongly connected components, in an order in which a component comes after every one that it leads to.
struct Components {
    std::vector<std::uint32_t> of;      // by node: its component
    std::vector<std::uint32_t> starts;  // by component: where its nodes begin in `nodes`; one more entry at the end
    std::vector<std::uint32_t> nodes;   // each component's nodes, lowest first
    [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> members(std::size_t component) const {
        return {nodes.data() + starts[component], starts[component + 1] - starts[component]};
    }
};

// Edges of node n: targets[starts[n], starts[n + 1]). Linear in nodes and edges; no recursion (Tarjan 1972).
Components strongly_connected(std::span<const std::uint32_t> starts, std::span<const std::uint32_t> targets);

}  // namespace ims
