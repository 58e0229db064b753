// Lanes one below the other, their boxes in columns that all lanes share, and beside them what is outside. How wide it
// may be a screen and a page say: of some numbers of columns the best is taken.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "output/document/diagram_layout.h"
#include "output/document/diagram_routes.h"
#include "output/document/diagram_text.h"

namespace ims {
namespace lanes {
namespace {

// All places are multiples of kStep; only the lines to boxes beside the grid lie between, so that none lies on another.
constexpr double kStep = 6;
constexpr double kMargin = 6;
constexpr double kColumn = 120;
constexpr double kBeside = 114;  // a box beside the grid
constexpr double kPad = 12;      // between a box and the first track
constexpr double kTitle = 24;
constexpr double kBetweenLanes = 6;
constexpr std::size_t kNone = Route::kNone;

using Where = GridPlace::Where;

double up(double value) { return std::ceil(value / kStep) * kStep; }

class Lanes {
public:
    Lanes(const Diagram& diagram, std::size_t columns) : diagram_(diagram) { shape_.columns = columns; }

    Drawing run() {
        places_.resize(diagram_.nodes.size());
        drawing_.nodes.resize(diagram_.nodes.size());
        drawing_.arrows.resize(diagram_.arrows.size());
        drawing_.groups.resize(diagram_.groups.size());
        drawing_.titles.resize(diagram_.groups.size());
        place();
        label();
        routes_ = find_routes(diagram_, places_, shape_);
        measure_across();
        set_ports();
        set_tracks();
        measure_down();
        for (const Where side : {Where::left, Where::right}) stand_beside(side);
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            if (routes_.net[index] != kNone) draw_arrow(index);
        }
        return std::move(drawing_);
    }

private:
    struct Lane {
        std::size_t group = 0;
        std::size_t first_row = 0;
        std::size_t rows = 0;
    };

    // Of those that are left, the one that takes least from the others: so a lane reads as its flow goes.
    [[nodiscard]] std::vector<std::size_t> in_order(std::size_t group) const {
        std::vector<std::size_t> left;
        for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
            if (diagram_.nodes[node].group == group) left.push_back(node);
        }
        std::vector<std::size_t> order;
        while (!left.empty()) {
            const auto taken = [&](std::size_t node) {
                return std::ranges::count_if(diagram_.arrows, [&](const Diagram::Arrow& arrow) {
                    return arrow.to == node && arrow.from != node && std::ranges::find(left, arrow.from) != left.end();
                });
            };
            const auto next = std::ranges::min_element(left, {}, taken);
            order.push_back(*next);
            left.erase(next);
        }
        return order;
    }

    void place() {
        shape_.channels = 0;
        for (std::size_t group = 0; group < diagram_.groups.size(); ++group) {
            const std::vector<std::size_t> nodes = in_order(group);
            if (nodes.empty()) continue;
            const std::size_t rows = (nodes.size() + shape_.columns - 1) / shape_.columns;
            lanes_.push_back({group, shape_.above.size(), rows});
            std::size_t next = 0;
            for (std::size_t row = 0; row < rows; ++row) {
                const std::size_t count = nodes.size() / rows + (row < nodes.size() % rows ? 1 : 0);
                for (std::size_t index = 0; index < count; ++index)
                    places_[nodes[next++]] = {Where::grid, shape_.above.size(),
                                              (2 * index + 1) * shape_.columns / (2 * count)};
                shape_.above.push_back(shape_.channels++);
                shape_.below.push_back(shape_.channels);
            }
            ++shape_.channels;
        }
        if (shape_.channels == 0) shape_.channels = 1;
        for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
            if (places_[node].where == Where::grid) continue;
            const bool right = diagram_.nodes[node].side == Diagram::Side::right;
            places_[node].where = right ? Where::right : Where::left;
        }
    }

    void label() {
        constexpr std::size_t kMostLines = 3;
        for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
            Drawing::Box& box = drawing_.nodes[node];
            box.width = places_[node].where == Where::grid ? kColumn : kBeside;
            WrappedText text =
                wrap_label(diagram_.nodes[node].label, columns_in(box.width - 10, kNodeLetters), kMostLines);
            box.lines = std::move(text.lines);
            box.cut = text.cut;
            box.height = up(text_height(box) + 12);
            if (diagram_.nodes[node].shape == Diagram::Shape::store) box.height = up(box.height + 8);
        }
    }

    [[nodiscard]] bool anything(Where side) const {
        return std::ranges::any_of(places_, [&](const GridPlace& place) { return place.where == side; });
    }

    void measure_across() {
        double x = kMargin + (anything(Where::left) ? kBeside + kPad : 0);
        frame_ = x;
        for (std::size_t corridor = 0; corridor <= shape_.columns; ++corridor) {
            corridors_.push_back(x + kPad);
            const auto tracks = static_cast<double>(routes_.tracks[corridor]);
            x += tracks == 0 ? kPad + kStep : 2 * kPad + kStep * (tracks - 1);
            if (corridor == shape_.columns) break;
            columns_.push_back(x);
            x += kColumn;
        }
        frame_end_ = x;
        drawing_.width = x + kMargin + (anything(Where::right) ? kPad + kBeside : 0);
        for (std::size_t node = 0; node < drawing_.nodes.size(); ++node) {
            const GridPlace& at = places_[node];
            drawing_.nodes[node].x = at.where == Where::grid   ? columns_[at.column]
                                     : at.where == Where::left ? kMargin
                                                               : drawing_.width - kMargin - kBeside;
        }
    }

    [[nodiscard]] double corridor_x(const Net& net, std::size_t corridor) const {
        return corridors_[corridor] + kStep * static_cast<double>(net.track.at(corridor));
    }
    [[nodiscard]] double middle_x(std::size_t node) const { return columns_[places_[node].column] + kColumn / 2; }

    // Where lines leave and reach the boxes of a column from a channel: those from above and from below among each
    // other, so that no two lie on each other, in the order of where they come from.
    struct Port {
        double from = 0;
        std::size_t net = 0;
        std::size_t node = 0;
        std::size_t arrow = kNone;  // none: where the net leaves
        auto operator<=>(const Port&) const = default;
    };

    void set_ports() {
        std::map<std::pair<std::size_t, std::size_t>, std::vector<Port>> ports;  // by channel and column
        for (std::size_t number = 0; number < routes_.nets.size(); ++number) {
            const Net& net = routes_.nets[number];
            double sum = 0;
            for (const std::size_t index : net.arrows) {
                const Route& route = routes_.of[index];
                const std::size_t to = diagram_.arrows[index].to;
                const bool inside = places_[net.source].where == Where::grid;
                const std::size_t by = route.corridor != kNone ? route.corridor : route.side;
                sum += by != kNone ? corridor_x(net, by) : middle_x(to);
                if (places_[to].where != Where::grid) continue;
                const double from = route.corridor != kNone ? corridor_x(net, route.corridor)
                                    : inside                ? middle_x(net.source)
                                                            : 0;
                ports[{route.arrives, places_[to].column}].push_back({from, number, to, index});
            }
            if (net.leaves == kNone) continue;
            ports[{net.leaves, places_[net.source].column}].push_back(
                {sum / static_cast<double>(net.arrows.size()), number, net.source, kNone});
        }
        arrive_.resize(diagram_.arrows.size());
        leave_.resize(routes_.nets.size());
        for (auto& [where, all] : ports) {
            std::ranges::sort(all);
            const auto count = static_cast<double>(all.size());
            constexpr double kWidest = 16;
            const double apart = all.size() < 2 ? 0 : std::min(kWidest, (kColumn - 16) / (count - 1));
            double x = columns_[where.second] + kColumn / 2 - apart * (count - 1) / 2;
            for (const Port& port : all) {
                (port.arrow == kNone ? leave_[port.net] : arrive_[port.arrow]) = x;
                x += apart;
            }
        }
    }

    // Each net has one track in each channel that it uses; nets whose parts do not meet share one.
    void set_tracks() {
        struct Part {
            double begin = std::numeric_limits<double>::max();
            double end = 0;
            std::size_t net = 0;
            auto operator<=>(const Part&) const = default;
        };
        std::vector<std::map<std::size_t, Part>> parts(shape_.channels);
        const auto hold = [&](std::size_t channel, std::size_t net, double x) {
            Part& part = parts[channel][net];
            part = {std::min(part.begin, x), std::max(part.end, x), net};
        };
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            const std::size_t number = routes_.net[index];
            if (number == kNone) continue;
            const Net& net = routes_.nets[number];
            const Route& route = routes_.of[index];
            if (route.leaves != kNone) hold(route.leaves, number, leave_[number]);
            if (route.corridor != kNone) {
                if (route.leaves != kNone) hold(route.leaves, number, corridor_x(net, route.corridor));
                if (route.arrives != kNone) hold(route.arrives, number, corridor_x(net, route.corridor));
            }
            const std::size_t last = route.arrives != kNone ? route.arrives : route.leaves;
            if (route.side != kNone) hold(last, number, corridor_x(net, route.side));
            else if (route.arrives != kNone) hold(route.arrives, number, arrive_[index]);
        }
        tracks_.assign(shape_.channels, 0);
        track_of_.resize(shape_.channels);
        for (std::size_t channel = 0; channel < shape_.channels; ++channel) {
            std::vector<Part> sorted;
            for (const auto& [net, part] : parts[channel]) sorted.push_back(part);
            std::ranges::sort(sorted);
            std::vector<double> ends;
            for (const Part& part : sorted) {
                std::size_t track = 0;
                while (track < ends.size() && ends[track] + kPad > part.begin) ++track;
                if (track == ends.size()) ends.push_back(0);
                ends[track] = part.end;
                track_of_[channel][part.net] = track;
            }
            tracks_[channel] = ends.size();
        }
    }

    [[nodiscard]] double channel_height(std::size_t channel) const {
        const auto tracks = static_cast<double>(tracks_[channel]);
        return tracks == 0 ? kPad : 2 * kPad + kStep * (tracks - 1);
    }

    void measure_down() {
        double y = kMargin;
        channels_.resize(shape_.channels);
        for (const Lane& lane : lanes_) {
            Drawing::Box& frame = drawing_.groups[lane.group];
            Drawing::Box& title = drawing_.titles[lane.group];
            frame.x = frame_, frame.y = y, frame.width = frame_end_ - frame_;
            title.lines = wrap_label(diagram_.groups[lane.group].title, columns_in(kColumn, kNodeLetters), 1).lines;
            title.x = columns_[0], title.y = y + 4, title.width = width_of(title.lines, kNodeLetters),
            title.height = height_of(title.lines, kNodeLetters);
            y += kTitle;
            for (std::size_t row = lane.first_row; row < lane.first_row + lane.rows; ++row) {
                channels_[shape_.above[row]] = y;
                y += channel_height(shape_.above[row]);
                double height = 0;
                for (std::size_t node = 0; node < places_.size(); ++node) {
                    if (is_in_row(node, row)) height = std::max(height, drawing_.nodes[node].height);
                }
                for (std::size_t node = 0; node < places_.size(); ++node) {
                    if (is_in_row(node, row)) drawing_.nodes[node].y = y, drawing_.nodes[node].height = height;
                }
                y += height;
            }
            const std::size_t last = shape_.below[lane.first_row + lane.rows - 1];
            channels_[last] = y;
            y += channel_height(last);
            frame.height = y - frame.y;
            y += kBetweenLanes;
        }
        if (lanes_.empty()) channels_[0] = y, y += channel_height(0);
        drawing_.height = y - (lanes_.empty() ? 0 : kBetweenLanes) + kMargin;
    }

    [[nodiscard]] bool is_in_row(std::size_t node, std::size_t row) const {
        return places_[node].where == Where::grid && places_[node].row == row;
    }

    [[nodiscard]] double channel_y(std::size_t channel, std::size_t net) const {
        return channels_[channel] + kPad + kStep * static_cast<double>(track_of_[channel].at(net));
    }

    // Boxes beside the grid stand where their lines go, without meeting.
    struct Beside {
        double wish = 0;
        std::size_t node = 0;
        std::vector<std::pair<double, std::size_t>> lines;  // where each goes; the arrow, or none where it leaves
        double y = 0;
    };

    void stand_beside(Where side) {
        std::vector<Beside> all;
        double needed = 0;
        for (std::size_t node = 0; node < places_.size(); ++node) {
            if (places_[node].where != side) continue;
            all.push_back({drawing_.height / 2, node, lines_of(node), 0});
            Beside& each = all.back();
            double sum = 0;
            for (const auto& [y, arrow] : each.lines) sum += y;
            if (!each.lines.empty()) each.wish = sum / static_cast<double>(each.lines.size());
            Drawing::Box& box = drawing_.nodes[node];
            box.height = std::max(box.height, kStep * static_cast<double>(each.lines.size() + 1));
            needed += box.height + kPad;
        }
        drawing_.height = std::max(drawing_.height, up(needed - kPad + 2 * kMargin));
        std::ranges::stable_sort(all, {}, &Beside::wish);
        double free = kMargin;
        for (Beside& each : all) {
            const double height = drawing_.nodes[each.node].height;
            each.y = std::max(free, up(each.wish - height / 2));
            free = each.y + height + kPad;
        }
        double limit = std::floor((drawing_.height - kMargin) / kStep) * kStep;
        for (std::size_t index = all.size(); index-- > 0;) {
            Drawing::Box& box = drawing_.nodes[all[index].node];
            box.y = std::min(all[index].y, limit - box.height);
            limit = box.y - kPad;
            double y = box.y +
                       std::floor((box.height / kStep - static_cast<double>(all[index].lines.size())) / 2) * kStep +
                       kStep / 2;
            for (const auto& [wish, arrow] : all[index].lines) {
                beside_[{all[index].node, arrow}] = y;
                y += kStep;
            }
        }
    }

    [[nodiscard]] std::vector<std::pair<double, std::size_t>> lines_of(std::size_t node) const {
        std::vector<std::pair<double, std::size_t>> lines;
        double sum = 0;
        double count = 0;
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            const std::size_t net = routes_.net[index];
            if (net == kNone) continue;
            const Route& route = routes_.of[index];
            const std::size_t channel = route.arrives != kNone ? route.arrives : route.leaves;
            const double y = channel == kNone ? drawing_.height / 2 : channel_y(channel, net);
            if (diagram_.arrows[index].to == node) lines.emplace_back(y, index);
            if (diagram_.arrows[index].from == node) sum += y, ++count;
        }
        if (count > 0) lines.emplace_back(sum / count, kNone);
        std::ranges::sort(lines);
        return lines;
    }

    [[nodiscard]] Drawing::Point beside(std::size_t node, std::size_t arrow) const {
        const Drawing::Box& box = drawing_.nodes[node];
        return {places_[node].where == Where::left ? box.x + box.width : box.x, beside_.at({node, arrow})};
    }

    // Where it leaves or reaches a box of the grid from a channel.
    [[nodiscard]] Drawing::Point edge(std::size_t node, std::size_t channel, double x) const {
        const Drawing::Box& box = drawing_.nodes[node];
        return {x, channel == shape_.above[places_[node].row] ? box.y : box.y + box.height};
    }

    void draw_arrow(std::size_t index) {
        const Diagram::Arrow& arrow = diagram_.arrows[index];
        const std::size_t number = routes_.net[index];
        const Net& net = routes_.nets[number];
        const Route& route = routes_.of[index];
        std::vector<Drawing::Point>& points = drawing_.arrows[index].points;
        const auto across_to = [&](double x) { points.push_back({x, points.back().y}); };
        const auto down_to = [&](double y) { points.push_back({points.back().x, y}); };
        if (route.leaves != kNone) {
            points.push_back(edge(arrow.from, route.leaves, leave_[number]));
            down_to(channel_y(route.leaves, number));
        } else {
            points.push_back(beside(arrow.from, kNone));
        }
        if (route.corridor != kNone) {
            across_to(corridor_x(net, route.corridor));
            if (route.arrives != kNone) down_to(channel_y(route.arrives, number));
        }
        if (route.side != kNone) across_to(corridor_x(net, route.side));
        if (places_[arrow.to].where == Where::grid) {
            across_to(arrive_[index]);
            points.push_back(edge(arrow.to, route.arrives, arrive_[index]));
        } else {
            const Drawing::Point tip = beside(arrow.to, index);
            down_to(tip.y);
            points.push_back(tip);
        }
        straighten(points);
    }

    // Without points in the middle of a straight line.
    static void straighten(std::vector<Drawing::Point>& points) {
        std::vector<Drawing::Point> kept;
        for (const Drawing::Point& point : points) {
            const auto same = [](double a, double b) { return std::abs(a - b) < 0.01; };
            if (!kept.empty() && same(kept.back().x, point.x) && same(kept.back().y, point.y)) continue;
            if (kept.size() > 1) {
                const Drawing::Point& a = kept[kept.size() - 2];
                const Drawing::Point& b = kept.back();
                if ((same(a.x, b.x) && same(b.x, point.x)) || (same(a.y, b.y) && same(b.y, point.y))) kept.pop_back();
            }
            kept.push_back(point);
        }
        points = std::move(kept);
    }

    const Diagram& diagram_;
    GridShape shape_;
    std::vector<GridPlace> places_;
    std::vector<Lane> lanes_;
    Routes routes_;
    Drawing drawing_;
    double frame_ = 0;
    double frame_end_ = 0;
    std::vector<double> corridors_;  // the first track of each
    std::vector<double> columns_;
    std::vector<double> channels_;                              // where each begins
    std::vector<std::size_t> tracks_;                           // by channel
    std::vector<std::map<std::size_t, std::size_t>> track_of_;  // by channel and net
    std::vector<double> leave_;                                 // by net
    std::vector<double> arrive_;                                // by arrow
    std::map<std::pair<std::size_t, std::size_t>, double> beside_;
};

// By how much it has to be shrunk for a screen and for a page.
double shrunk(const Drawing& drawing) {
    constexpr double kWide = 960;
    constexpr double kHigh = 640;
    return std::max({1.0, drawing.width / kWide, drawing.height / kHigh});
}

}  // namespace
}  // namespace lanes

Drawing draw_lanes(const Diagram& diagram) {
    std::size_t widest = 1;
    for (std::size_t group = 0; group < diagram.groups.size(); ++group) {
        const auto own = std::ranges::count(diagram.nodes, std::optional(group), &Diagram::Node::group);
        widest = std::max(widest, static_cast<std::size_t>(own));
    }
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMost = 6;
    Drawing best = lanes::Lanes(diagram, std::min(kFewest, widest)).run();
    for (std::size_t columns = kFewest + 1; columns <= std::min(kMost, widest); ++columns) {
        Drawing other = lanes::Lanes(diagram, columns).run();
        if (other.width <= kWidestShrunk && lanes::shrunk(other) < lanes::shrunk(best)) best = std::move(other);
    }
    return best;
}

}  // namespace ims
