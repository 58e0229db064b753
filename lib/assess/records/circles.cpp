#include "assess/records/circles.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace ims {
namespace {

// Walks depth first: an edge that leads back to where the walk came through closes a circle.
class Walk {
public:
    Walk(const Graph& graph, Field field) : graph_(graph), field_(field), states_(graph.size(), State::unseen) {}

    std::vector<Circle> run() {
        for (const RecordId id : graph_.all()) {
            if (states_[id.index()] == State::unseen) walk_from(id);
        }
        return std::move(circles_);
    }

private:
    enum class State : std::uint8_t { unseen, on_path, done };

    void walk_from(RecordId start) {
        enter(start);
        while (!path_.empty()) {
            CircleStep& here = path_.back();
            std::span<const Edge>& left = left_.back();
            if (left.empty()) {
                states_[here.record.index()] = State::done;
                path_.pop_back();
                left_.pop_back();
                continue;
            }
            const Edge& edge = left.front();
            left = left.subspan(1);
            // Written on both sides, or twice, it is one reference.
            const bool again = here.edge != nullptr && here.edge->other == edge.other;
            if (again || edge.other == here.record) continue;
            here.edge = &edge;
            const State state = states_[edge.other.index()];
            if (state == State::on_path) close(edge.other);
            if (state == State::unseen) enter(edge.other);
        }
    }

    void enter(RecordId record) {
        states_[record.index()] = State::on_path;
        path_.push_back({record, nullptr});
        left_.push_back(graph_.edges(record, field_));
    }

    void close(RecordId first) {
        const auto begin = std::ranges::find(path_, first, &CircleStep::record);
        Circle& circle = circles_.emplace_back(begin, path_.end());
        std::ranges::rotate(circle, std::ranges::min_element(circle, {}, &CircleStep::record));
    }

    const Graph& graph_;
    Field field_;
    std::vector<State> states_;
    std::vector<CircleStep> path_;             // where the walk came through
    std::vector<std::span<const Edge>> left_;  // what is still to be looked at, for each step of the path
    std::vector<Circle> circles_;
};

}  // namespace

std::vector<Circle> find_circles(const Graph& graph, Field field) { return Walk(graph, field).run(); }

}  // namespace ims
