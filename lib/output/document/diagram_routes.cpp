#include "output/document/diagram_routes.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace ims {
namespace routes {
namespace {

constexpr std::size_t kNone = Route::kNone;
using Where = GridPlace::Where;

double distance(std::size_t a, std::size_t b) { return static_cast<double>(a > b ? a - b : b - a); }

class Router {
public:
    Router(const Diagram& diagram, const std::vector<GridPlace>& places, const GridShape& shape)
        : diagram_(diagram), places_(places), shape_(shape), used_(shape.columns + 1, 0) {}

    Routes run() {
        routes_.of.resize(diagram_.arrows.size());
        routes_.net.assign(diagram_.arrows.size(), kNone);
        gather();
        for (Net& net : routes_.nets) {
            if (places_[net.source].where == Where::grid) route_from_grid(net);
            else route_from_side(net);
            for (const std::size_t corridor : net.corridors) ++used_[corridor];
        }
        share_corridors();
        return std::move(routes_);
    }

private:
    [[nodiscard]] bool drawn(std::size_t node) const {
        return node < places_.size() && places_[node].where != Where::nowhere;
    }
    [[nodiscard]] std::size_t corridor_of(Where side) const { return side == Where::left ? 0 : shape_.columns; }

    void gather() {
        std::map<std::size_t, std::size_t> by_source;
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            const Diagram::Arrow& arrow = diagram_.arrows[index];
            if (!drawn(arrow.from) || !drawn(arrow.to) || arrow.from == arrow.to) continue;
            const auto [at, first] = by_source.try_emplace(arrow.from, routes_.nets.size());
            if (first) routes_.nets.emplace_back().source = arrow.from;
            routes_.nets[at->second].arrows.push_back(index);
            routes_.net[index] = at->second;
        }
    }

    // Through which channel a row is reached by a net that leaves into another: from where it comes.
    [[nodiscard]] std::size_t arrival(std::size_t leaves, std::size_t row) const {
        if (shape_.above[row] == leaves || shape_.below[row] == leaves) return leaves;
        return shape_.above[row] > leaves ? shape_.above[row] : shape_.below[row];
    }

    // How far the lines of a net reach if it leaves into this channel and has its trunk in this corridor. A corridor is
    // counted at twice its number, a column between.
    [[nodiscard]] double cost(const Net& net, std::size_t leaves, std::size_t trunk) const {
        struct Span {
            std::size_t begin;
            std::size_t end;
        };
        std::map<std::size_t, Span> spans;
        const auto hold = [&](std::size_t channel, std::size_t at) {
            const auto found = spans.try_emplace(channel, Span{at, at}).first;
            found->second.begin = std::min(found->second.begin, at);
            found->second.end = std::max(found->second.end, at);
        };
        hold(leaves, 2 * places_[net.source].column + 1);
        bool needed = false;
        for (const std::size_t index : net.arrows) {
            const GridPlace& to = places_[diagram_.arrows[index].to];
            if (to.where != Where::grid) {
                hold(leaves, 2 * corridor_of(to.where));
                continue;
            }
            const std::size_t channel = arrival(leaves, to.row);
            hold(channel, 2 * to.column + 1);
            if (channel == leaves) continue;
            needed = true;
            hold(channel, 2 * trunk);
            hold(leaves, 2 * trunk);
        }
        double sum = needed ? 0.4 * static_cast<double>(used_[trunk]) : 0;
        for (const auto& [channel, span] : spans) sum += 1 + static_cast<double>(span.end - span.begin);
        // All else being equal, near to where it begins.
        return sum + 0.01 * distance(2 * trunk, 2 * places_[net.source].column + 1);
    }

    void route_from_grid(Net& net) {
        const GridPlace& from = places_[net.source];
        double best = std::numeric_limits<double>::max();
        for (const std::size_t leaves : {shape_.below[from.row], shape_.above[from.row]}) {
            for (std::size_t trunk = 0; trunk <= shape_.columns; ++trunk) {
                const double here = cost(net, leaves, trunk);
                if (here >= best) continue;
                best = here;
                net.leaves = leaves;
                net.trunk = trunk;
            }
        }
        bool needed = false;
        for (const std::size_t index : net.arrows) {
            Route& route = routes_.of[index];
            const GridPlace& to = places_[diagram_.arrows[index].to];
            route.leaves = net.leaves;
            if (to.where == Where::grid) {
                route.arrives = arrival(net.leaves, to.row);
                if (route.arrives == net.leaves) continue;
                route.corridor = net.trunk;
                needed = true;
            } else {
                route.side = corridor_of(to.where);
                net.corridors.insert(route.side);
            }
        }
        if (needed) net.corridors.insert(net.trunk);
        else net.trunk = kNone;
    }

    void route_from_side(Net& net) {
        const std::size_t side = corridor_of(places_[net.source].where);
        net.trunk = side;
        net.corridors.insert(side);
        std::set<std::size_t> channels;
        for (const std::size_t index : net.arrows) {
            Route& route = routes_.of[index];
            const GridPlace& to = places_[diagram_.arrows[index].to];
            route.corridor = side;
            if (to.where != Where::grid) continue;
            const bool below = channels.contains(shape_.below[to.row]) && !channels.contains(shape_.above[to.row]);
            route.arrives = below ? shape_.below[to.row] : shape_.above[to.row];
            channels.insert(route.arrives);
        }
        for (const std::size_t index : net.arrows) {
            Route& route = routes_.of[index];
            const GridPlace& to = places_[diagram_.arrows[index].to];
            if (to.where == Where::grid || to.where == places_[net.source].where) continue;
            route.side = corridor_of(to.where);
            route.arrives = channels.empty() ? 0 : *channels.begin();
            net.corridors.insert(route.side);
        }
    }

    // Tracks of a corridor: nets whose parts of it do not meet share one. What goes to a box beside the grid may reach
    // anywhere.
    void share_corridors() {
        struct Taken {
            std::size_t begin;
            std::size_t end;
        };
        routes_.tracks.assign(shape_.columns + 1, 0);
        std::vector<std::vector<std::vector<Taken>>> taken(shape_.columns + 1);
        for (Net& net : routes_.nets) {
            for (const std::size_t corridor : net.corridors) {
                Taken own{net.leaves, net.leaves};
                bool anywhere = places_[net.source].where != Where::grid;
                for (const std::size_t index : net.arrows) {
                    const Route& route = routes_.of[index];
                    anywhere = anywhere || route.side == corridor;
                    if (route.corridor != corridor) continue;
                    own = {std::min(own.begin, route.arrives), std::max(own.end, route.arrives)};
                }
                if (anywhere) own = {0, kNone};
                auto& tracks = taken[corridor];
                std::size_t track = 0;
                const auto meets = [&](const Taken& other) { return own.begin <= other.end && other.begin <= own.end; };
                while (track < tracks.size() && std::ranges::any_of(tracks[track], meets)) ++track;
                if (track == tracks.size()) tracks.emplace_back();
                tracks[track].push_back(own);
                net.track[corridor] = track;
            }
        }
        for (std::size_t corridor = 0; corridor < taken.size(); ++corridor)
            routes_.tracks[corridor] = taken[corridor].size();
    }

    const Diagram& diagram_;
    const std::vector<GridPlace>& places_;
    const GridShape& shape_;
    std::vector<std::size_t> used_;  // by corridor: by how many nets
    Routes routes_;
};

}  // namespace
}  // namespace routes

Routes find_routes(const Diagram& diagram, const std::vector<GridPlace>& places, const GridShape& shape) {
    return routes::Router(diagram, places, shape).run();
}

}  // namespace ims
