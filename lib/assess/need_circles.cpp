#include "assess/need_circles.h"

#include <algorithm>
#include <unordered_map>

#include "base/components.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool has_to_be_first(const Need& need) {
    namespace own = fields::process;
    return !need.entry || (!need.entry[own::needs.workaround] && !need.entry[own::needs.alternatives]);
}

// Records that may need each other, numbered anew, and their needs among them.
struct Part {
    std::vector<RecordId> records;
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> targets;
};

Part part_of(const Recovery& recovery, const std::vector<RecordId>& records) {
    Part part{records, {}, {}};
    std::unordered_map<RecordId, std::uint32_t> number;
    for (std::size_t index = 0; index < records.size(); ++index)
        number.emplace(records[index], static_cast<std::uint32_t>(index));
    for (const RecordId record : records) {
        part.starts.push_back(static_cast<std::uint32_t>(part.targets.size()));
        for (const Need& need : recovery.needs(record)) {
            const auto found = number.find(need.what);
            if (found != number.end() && has_to_be_first(need)) part.targets.push_back(found->second);
        }
    }
    part.starts.push_back(static_cast<std::uint32_t>(part.targets.size()));
    return part;
}

// Breadth first, within one component.
std::vector<RecordId> shortest_way(const Part& part, const Components& components, std::uint32_t first) {
    std::unordered_map<std::uint32_t, std::uint32_t> before;
    std::vector<std::uint32_t> order = {first};
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::uint32_t node = order[at];
        for (std::uint32_t edge = part.starts[node]; edge < part.starts[node + 1]; ++edge) {
            const std::uint32_t target = part.targets[edge];
            if (target == first && node != first) {
                std::vector<RecordId> way;
                for (std::uint32_t step = node; step != first; step = before.at(step))
                    way.push_back(part.records[step]);
                way.push_back(part.records[first]);
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

std::vector<NeedCircle> find_need_circles(const Recovery& recovery) {
    std::vector<NeedCircle> circles;
    for (const std::vector<RecordId>& records : recovery.circles()) {
        if (records.size() < 2) continue;
        const Part part = part_of(recovery, records);
        const Components components = strongly_connected(part.starts, part.targets);
        for (std::uint32_t component = 0; component < components.size(); ++component) {
            const auto members = components.members(component);
            if (members.size() < 2) continue;
            circles.push_back({shortest_way(part, components, members.front()), members.size()});
        }
    }
    std::ranges::sort(circles, {}, [](const NeedCircle& circle) { return circle.way.front(); });
    return circles;
}

}  // namespace ims
