#include "output/document/diagram_layers.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <set>
#include <utility>

namespace ims {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

class Layers {
public:
    explicit Layers(const Diagram& diagram) : diagram_(diagram), count_(diagram.nodes.size()) {
        result_.spots.resize(count_);
        result_.backwards.assign(diagram.arrows.size(), false);
        result_.chains.resize(diagram.arrows.size());
    }

    DiagramLayers run() {
        turn_circles();
        find_longest_paths();
        place_the_unjoined();
        find_bands();
        make_chains();
        order();
        return std::move(result_);
    }

private:
    struct Edge {
        std::size_t from;
        std::size_t to;
    };

    [[nodiscard]] bool drawn(const Diagram::Arrow& arrow) const {
        return arrow.from < count_ && arrow.to < count_ && arrow.from != arrow.to;
    }
    [[nodiscard]] std::size_t group_of(std::size_t node) const {
        const auto& group = diagram_.nodes[node].group;
        return group && *group < diagram_.groups.size() ? *group : kNone;
    }
    std::size_t& layer(std::size_t node) { return result_.spots[node].layer; }

    // Arrows that close circles count as if they pointed the other way. Which these are: nodes are taken from both
    // ends, those that nothing leads to for the beginning, those that lead nowhere for the end; where there is neither,
    // the one that leads to most and is led to by least, the first of them as the report names them (after Eades, Lin
    // and Smyth).
    void turn_circles() {
        std::vector<std::size_t> in(count_, 0);
        std::vector<std::size_t> out(count_, 0);
        for (const Diagram::Arrow& arrow : diagram_.arrows) {
            if (drawn(arrow)) ++out[arrow.from], ++in[arrow.to];
        }
        std::vector<std::size_t> rest(count_);
        std::iota(rest.begin(), rest.end(), std::size_t{0});
        std::vector<std::size_t> place(count_, kNone);
        std::size_t first = 0;
        std::size_t last = count_;
        while (!rest.empty()) {
            auto taken = std::ranges::find_if(rest, [&](std::size_t node) { return in[node] == 0; });
            bool begins = true;
            if (taken == rest.end()) {
                taken = std::ranges::find_if(rest, [&](std::size_t node) { return out[node] == 0; });
                begins = taken == rest.end();
            }
            if (taken == rest.end()) {
                taken = std::ranges::max_element(rest, {}, [&](std::size_t node) {
                    const bool person = diagram_.nodes[node].shape == Diagram::Shape::person;
                    return std::pair(person,
                                     static_cast<std::ptrdiff_t>(out[node]) - static_cast<std::ptrdiff_t>(in[node]));
                });
            }
            const std::size_t node = *taken;
            rest.erase(taken);
            place[node] = begins ? first++ : --last;
            for (const Diagram::Arrow& arrow : diagram_.arrows) {
                if (!drawn(arrow)) continue;
                if (arrow.from == node && place[arrow.to] == kNone) --in[arrow.to];
                if (arrow.to == node && place[arrow.from] == kNone) --out[arrow.from];
            }
        }
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            const Diagram::Arrow& arrow = diagram_.arrows[index];
            if (drawn(arrow)) result_.backwards[index] = place[arrow.from] > place[arrow.to];
        }
        edges_.resize(diagram_.arrows.size());
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            const Diagram::Arrow& arrow = diagram_.arrows[index];
            edges_[index] = result_.backwards[index] ? Edge{arrow.to, arrow.from} : Edge{arrow.from, arrow.to};
        }
    }

    void find_longest_paths() {
        joined_.assign(count_, false);
        std::vector<bool> has_before(count_, false);
        // Without circles there is an end after as many rounds as there are nodes.
        for (std::size_t round = 0; round < count_; ++round) {
            bool changed = false;
            for (std::size_t index = 0; index < edges_.size(); ++index) {
                if (!drawn(diagram_.arrows[index])) continue;
                const Edge& edge = edges_[index];
                joined_[edge.from] = joined_[edge.to] = has_before[edge.to] = true;
                if (layer(edge.to) > layer(edge.from)) continue;
                layer(edge.to) = layer(edge.from) + 1;
                changed = true;
            }
            if (!changed) break;
        }
        // What nothing leads to stands next to what it leads to.
        std::vector<std::size_t> nearest(count_, kNone);
        for (std::size_t index = 0; index < edges_.size(); ++index) {
            if (!drawn(diagram_.arrows[index])) continue;
            std::size_t& near = nearest[edges_[index].from];
            near = std::min(near, layer(edges_[index].to));
        }
        for (std::size_t node = 0; node < count_; ++node) {
            if (!has_before[node] && nearest[node] != kNone) layer(node) = nearest[node] - 1;
            layers_ = std::max(layers_, layer(node) + 1);
        }
    }

    // Spread over the layers, those of a group together.
    void place_the_unjoined() {
        std::vector<std::size_t> groups;
        for (std::size_t node = 0; node < count_; ++node) {
            if (!joined_[node]) groups.push_back(group_of(node));
        }
        constexpr std::size_t kWidest = 4;
        const auto square = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(groups.size()))));
        layers_ = std::max(layers_, std::min(square, kWidest));
        std::ranges::sort(groups);
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        for (const std::size_t group : groups) {
            std::size_t next = 0;
            for (std::size_t node = 0; node < count_; ++node) {
                if (!joined_[node] && group_of(node) == group) layer(node) = next++ % layers_;
            }
        }
    }

    // A group takes all layers from its first to its last node; what takes other layers may stand in the same band.
    void find_bands() {
        std::vector<std::set<std::size_t>> taken;
        std::vector<std::size_t> groups(diagram_.groups.size());
        for (std::size_t group = 0; group < groups.size(); ++group) groups[group] = group;
        groups.push_back(kNone);
        for (const std::size_t group : groups) {
            std::set<std::size_t> own;
            for (std::size_t node = 0; node < count_; ++node) {
                if (group_of(node) == group) own.insert(layer(node));
            }
            if (own.empty()) continue;
            if (group != kNone) {
                for (std::size_t each = *own.begin(); each < *own.rbegin(); ++each) own.insert(each);
            }
            std::size_t band = 0;
            const auto clashes = [&](std::size_t each) { return taken[band].contains(each); };
            while (band < taken.size() && std::ranges::any_of(own, clashes)) ++band;
            if (band == taken.size()) taken.emplace_back();
            taken[band].insert(own.begin(), own.end());
            for (std::size_t node = 0; node < count_; ++node) {
                if (group_of(node) == group) result_.spots[node].band = band;
            }
        }
        result_.bands = taken.size();
    }

    void make_chains() {
        for (std::size_t index = 0; index < edges_.size(); ++index) {
            if (!drawn(diagram_.arrows[index])) continue;
            const Edge& edge = edges_[index];
            std::vector<std::size_t>& chain = result_.chains[index];
            chain.push_back(edge.from);
            const std::size_t first = layer(edge.from);
            const std::size_t last = layer(edge.to);
            for (std::size_t each = first + 1; each < last; ++each) {
                LayerSpot spot;
                spot.layer = each;
                spot.band = result_.spots[2 * (each - first) < last - first ? edge.from : edge.to].band;
                chain.push_back(result_.spots.size());
                result_.spots.push_back(std::move(spot));
            }
            chain.push_back(edge.to);
            for (std::size_t step = 1; step < chain.size(); ++step) {
                result_.spots[chain[step - 1]].after.push_back(chain[step]);
                result_.spots[chain[step]].before.push_back(chain[step - 1]);
            }
        }
    }

    void order() {
        result_.order.assign(layers_, std::vector<std::vector<std::size_t>>(result_.bands));
        for (std::size_t spot = 0; spot < result_.spots.size(); ++spot)
            result_.order[result_.spots[spot].layer][result_.spots[spot].band].push_back(spot);
        place_.resize(result_.spots.size());
        for (std::size_t each = 0; each < layers_; ++each) number(each);
        auto best = result_.order;
        std::size_t fewest = crossings();
        constexpr int kSweeps = 12;
        for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
            for (std::size_t step = 1; step < layers_; ++step) {
                const bool forth = sweep % 2 == 0;
                sort(forth ? step : layers_ - 1 - step, forth ? &LayerSpot::before : &LayerSpot::after);
            }
            if (const std::size_t now = crossings(); now < fewest) fewest = now, best = result_.order;
        }
        result_.order = std::move(best);
    }

    void number(std::size_t of_layer) {
        double next = 0;
        for (const auto& band : result_.order[of_layer]) {
            for (const std::size_t spot : band) place_[spot] = next++;
        }
    }

    // Each to the middle of those it is joined to.
    void sort(std::size_t of_layer, std::vector<std::size_t> LayerSpot::*joined) {
        for (auto& band : result_.order[of_layer]) {
            std::vector<std::pair<double, std::size_t>> wished;
            for (const std::size_t spot : band) {
                double sum = 0;
                const std::vector<std::size_t>& others = result_.spots[spot].*joined;
                for (const std::size_t other : others) sum += place_[other];
                wished.emplace_back(others.empty() ? place_[spot] : sum / static_cast<double>(others.size()), spot);
            }
            std::ranges::stable_sort(wished, {}, &std::pair<double, std::size_t>::first);
            std::ranges::transform(wished, band.begin(), &std::pair<double, std::size_t>::second);
        }
        number(of_layer);
    }

    [[nodiscard]] std::size_t crossings() const {
        std::size_t count = 0;
        std::vector<std::vector<std::pair<double, double>>> lines(layers_);
        for (std::size_t spot = 0; spot < result_.spots.size(); ++spot) {
            for (const std::size_t after : result_.spots[spot].after)
                lines[result_.spots[spot].layer].emplace_back(place_[spot], place_[after]);
        }
        for (const auto& gap : lines) {
            for (std::size_t a = 0; a < gap.size(); ++a) {
                for (std::size_t b = a + 1; b < gap.size(); ++b) {
                    if ((gap[a].first - gap[b].first) * (gap[a].second - gap[b].second) < 0) ++count;
                }
            }
        }
        return count;
    }

    const Diagram& diagram_;
    std::size_t count_;
    std::size_t layers_ = 1;
    DiagramLayers result_;
    std::vector<Edge> edges_;  // by arrow, none in a circle
    std::vector<bool> joined_;
    std::vector<double> place_;  // by spot, within its layer
};

}  // namespace

DiagramLayers find_layers(const Diagram& diagram) { return Layers(diagram).run(); }

}  // namespace ims
