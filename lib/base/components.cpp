#include "base/components.h"

#include <algorithm>

namespace ims {

Components strongly_connected(std::span<const std::uint32_t> starts, std::span<const std::uint32_t> targets) {
    const auto count = static_cast<std::uint32_t>(starts.size() - 1);
    constexpr std::uint32_t kUnseen = 0;
    std::vector<std::uint32_t> number(count, kUnseen);
    std::vector<std::uint32_t> low(count, 0);
    std::vector<bool> open(count, false);  // on the stack, in a component that is not complete yet
    std::vector<std::uint32_t> stack;
    struct Visit {
        std::uint32_t node;
        std::uint32_t next;
    };
    std::vector<Visit> visits;
    std::uint32_t counter = 0;
    Components out;
    out.of.resize(count);
    out.starts.push_back(0);
    const auto enter = [&](std::uint32_t node) {
        number[node] = low[node] = ++counter;
        open[node] = true;
        stack.push_back(node);
        visits.push_back({node, starts[node]});
    };
    for (std::uint32_t root = 0; root < count; ++root) {
        if (number[root] != kUnseen) continue;
        enter(root);
        while (!visits.empty()) {
            const std::uint32_t node = visits.back().node;
            if (visits.back().next < starts[node + 1]) {
                const std::uint32_t target = targets[visits.back().next++];
                if (number[target] == kUnseen) enter(target);
                else if (open[target]) low[node] = std::min(low[node], number[target]);
                continue;
            }
            visits.pop_back();
            if (!visits.empty()) low[visits.back().node] = std::min(low[visits.back().node], low[node]);
            if (low[node] != number[node]) continue;
            const auto first = std::ranges::find(stack.rbegin(), stack.rend(), node).base() - 1;
            std::sort(first, stack.end());
            for (auto each = first; each != stack.end(); ++each) {
                open[*each] = false;
                out.of[*each] = static_cast<std::uint32_t>(out.starts.size() - 1);
                out.nodes.push_back(*each);
            }
            stack.erase(first, stack.end());
            out.starts.push_back(static_cast<std::uint32_t>(out.nodes.size()));
        }
    }
    return out;
}

}  // namespace ims
