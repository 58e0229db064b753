#include "assess/needs/need_circles.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "base/components.h"

namespace ims {
namespace {

// Processes that feed each other are no circle: that is how work is.
bool has_to_be_first(const Need& need) { return !need.input && !need.bridged(); }

// Breadth first, within one component.
std::vector<RecordId> shortest_way(const NeedGraph& needs, const Components& components, std::uint32_t first) {
    const std::span<const RecordId> records = needs.records();
    std::unordered_map<std::uint32_t, std::uint32_t> before;
    std::vector<std::uint32_t> order = {first};
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::uint32_t node = order[at];
        for (const Need& need : needs.needs(records[node])) {
            const auto place = needs.places().find(need.what);
            if (!place || !has_to_be_first(need)) continue;
            const auto target = static_cast<std::uint32_t>(*place);
            if (target == first && node != first) {
                std::vector<RecordId> way;
                for (std::uint32_t step = node; step != first; step = before.at(step)) way.push_back(records[step]);
                way.push_back(records[first]);
                std::ranges::reverse(way);
                return way;
            }
            if (target == first || components.of[target] != components.of[first]) continue;
            if (before.emplace(target, node).second) order.push_back(target);
        }
    }
    return {};
}

}  // namespace

std::vector<NeedCircle> find_need_circles(const NeedGraph& needs) {
    const Components components = circles_of(needs, [&](RecordId record, const auto& add) {
        for (const Need& need : needs.needs(record)) {
            if (has_to_be_first(need)) add(need.what);
        }
    });
    std::vector<NeedCircle> circles;
    for (std::size_t component = 0; component < components.size(); ++component) {
        const auto members = components.members(component);
        if (members.size() < 2) continue;
        circles.push_back({shortest_way(needs, components, members.front()), members.size()});
    }
    std::ranges::sort(circles, {}, [](const NeedCircle& circle) { return circle.way.front(); });
    return circles;
}

}  // namespace ims
