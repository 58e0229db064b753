#include "assess/failures/fall.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "assess/records/reach.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Something is written that may bridge it, and nobody can tell whether it does.
bool may_be_bridged(const Need& need) {
    return need.unclear || (need.entry && need.entry[fields::process::needs.workaround].invalid());
}

}  // namespace

std::span<const std::uint32_t> FallGraph::Lists::of(std::size_t place) const {
    if (place + 1 >= starts.size()) return {};
    return std::span(joints).subspan(starts[place], starts[place + 1] - starts[place]);
}

FallGraph::Lists FallGraph::listed(std::size_t count, std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs) {
    Lists out;
    out.starts.assign(count + 1, 0);
    for (const auto& [part, joint] : pairs) ++out.starts[part + 1];
    for (std::size_t place = 0; place < count; ++place) out.starts[place + 1] += out.starts[place];
    std::vector<std::uint32_t> next(out.starts.begin(), out.starts.end() - 1);
    out.joints.resize(pairs.size());
    for (const auto& [part, joint] : pairs) out.joints[next[part]++] = joint;
    return out;
}

FallGraph::FallGraph(const NeedGraph& needs) {
    using Pair = std::pair<std::uint32_t, std::uint32_t>;  // what is a part, and the joint that it is a part of
    std::vector<Pair> records;
    std::vector<Pair> lists;
    std::unordered_map<const void*, std::uint32_t> places;  // of lists of alternatives
    const auto add_record = [&](RecordId record, std::size_t joint) {
        records.emplace_back(static_cast<std::uint32_t>(record.index()), static_cast<std::uint32_t>(joint));
        records_ = std::max(records_, record.index() + 1);
    };
    const auto add_list = [&](const Need& need) {
        const auto [place, added] = places.try_emplace(need.named.get(), static_cast<std::uint32_t>(joints_.size()));
        if (!added) return place->second;
        joints_.emplace_back();
        for (const Alternative& each : need.alternatives()) {
            if (!each.usable()) continue;
            add_record(each.what, place->second);
            ++joints_[place->second].parts;
        }
        return place->second;
    };
    for (const RecordId user : needs.records()) {
        records_ = std::max(records_, user.index() + 1);
        for (const Need& need : needs.needs(user)) {
            std::uint32_t parts = 1;
            const bool has_fallback = need.has_fallback();
            const std::uint32_t list = has_fallback ? add_list(need) : 0;
            const std::size_t joint = joints_.size();
            if (has_fallback) {
                lists.emplace_back(list, static_cast<std::uint32_t>(joint));
                ++parts;
            }
            joints_.push_back({parts, user, &need});
            add_record(need.what, joint);
        }
    }
    of_records_ = listed(records_, records);
    of_joints_ = listed(joints_.size(), lists);
}

bool FallGraph::is_needed(RecordId record) const { return !of_records_.of(record.index()).empty(); }

// Knuth's generalisation of Dijkstra's walk: what is gone first is looked at first, and takes those along that fall
// with it. A later walk may fall through the same joint again, never sooner than its parts.
class FallGraph::Walk {
public:
    Walk(const FallGraph& graph, Notes& notes) : graph_(graph), notes_(notes) {
        if (notes_.gone_in.empty()) {
            notes_.gone_in.assign(graph.records_, 0);
            notes_.counted_in.assign(graph.joints_.size(), 0);
            notes_.lost.assign(graph.joints_.size(), 0);
        }
        ++notes_.walk;
    }

    Fall run(std::span<const Gone> taken) {
        for (const Gone& each : taken) next_.push(each);
        while (!next_.empty()) {
            const Gone at = next_.top();
            next_.pop();
            if (!note(at.what)) continue;
            if (fall_.gone.size() > kMostReached) {
                fall_.cut = true;
                break;
            }
            fall_.gone.push_back(at);
            for (const std::uint32_t joint : graph_.of_records_.of(at.what.index())) lose(joint, at.after);
        }
        for (const std::uint32_t joint : met_) {
            const Joint& each = graph_.joints_[joint];
            if (each.need != nullptr && notes_.lost[joint] < each.parts && !is_gone(each.user))
                fall_.stood_in.push_back({each.user, each.need});
        }
        return std::move(fall_);
    }

private:
    struct Later {
        bool operator()(const Gone& a, const Gone& b) const {
            return std::tie(a.after.minutes, a.what, a.through) > std::tie(b.after.minutes, b.what, b.through);
        }
    };

    // Whether it was not gone before. What nothing needs and what needs nothing is beyond the table: each once.
    bool note(RecordId record) {
        if (record.index() >= notes_.gone_in.size())
            return std::ranges::find(fall_.gone, record, &Gone::what) == fall_.gone.end();
        std::uint32_t& gone_in = notes_.gone_in[record.index()];
        return std::exchange(gone_in, notes_.walk) != notes_.walk;
    }
    [[nodiscard]] bool is_gone(RecordId record) const { return notes_.gone_in[record.index()] == notes_.walk; }

    void lose(std::uint32_t place, Duration now) {
        if (std::exchange(notes_.counted_in[place], notes_.walk) != notes_.walk) {
            notes_.lost[place] = 0;
            met_.push_back(place);
        }
        const Joint& joint = graph_.joints_[place];
        if (++notes_.lost[place] < joint.parts) return;
        for (const std::uint32_t outer : graph_.of_joints_.of(place)) lose(outer, now);
        if (joint.need == nullptr || is_gone(joint.user)) return;
        if (may_be_bridged(*joint.need)) return fall_.unclear.push_back({joint.user, joint.need});
        next_.push({joint.user, std::max(now, joint.need->workaround.value_or(Duration{})), joint.need->what});
    }

    const FallGraph& graph_;
    Notes& notes_;
    Fall fall_;
    std::priority_queue<Gone, std::vector<Gone>, Later> next_;
    std::vector<std::uint32_t> met_;
};

Fall FallGraph::fall(std::span<const Gone> taken, Notes& notes) const { return Walk(*this, notes).run(taken); }

}  // namespace ims
