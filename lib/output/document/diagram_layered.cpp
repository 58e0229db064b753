// Layers by longest path, in each layer the order that crosses few arrows, groups as bands that nothing else stands in.

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "output/document/diagram_layers.h"
#include "output/document/diagram_layout.h"
#include "output/document/diagram_text.h"

namespace ims {
namespace {

constexpr double kBesideNode = 18;  // between two nodes of a layer
constexpr double kBesideLine = 14;  // around an arrow that passes through
constexpr double kBetweenLayers = 52;
constexpr double kFramePad = 14;
constexpr double kMargin = 6;

// One axis runs from layer to layer (along), the other within a layer (across); only the end knows which is which.
struct Extent {
    double begin = 0;
    double size = 0;
    [[nodiscard]] double end() const { return begin + size; }
    [[nodiscard]] double middle() const { return begin + size / 2; }
};

// Puts items of these sizes, in their order, near where they wish to have their middles, between two bounds.
struct Item {
    double wish = 0;
    double size = 0;
    double middle = 0;
};
void settle(std::vector<Item>& items, double begin, double end, double gap) {
    // Pushed one way only, all would lean that way: so both ways, and the mean, which keeps order and distance too.
    std::vector<double> forth(items.size());
    double free = begin;
    for (std::size_t index = 0; index < items.size(); ++index) {
        forth[index] = std::max(items[index].wish, free + items[index].size / 2);
        free = forth[index] + items[index].size / 2 + gap;
    }
    double limit = end;
    for (std::size_t index = items.size(); index-- > 0;) {
        forth[index] = std::min(forth[index], limit - items[index].size / 2);
        limit = forth[index] - items[index].size / 2 - gap;
    }
    std::vector<double> back(items.size());
    limit = end;
    for (std::size_t index = items.size(); index-- > 0;) {
        back[index] = std::min(items[index].wish, limit - items[index].size / 2);
        limit = back[index] - items[index].size / 2 - gap;
    }
    free = begin;
    for (std::size_t index = 0; index < items.size(); ++index) {
        back[index] = std::max(back[index], free + items[index].size / 2);
        free = back[index] + items[index].size / 2 + gap;
        items[index].middle = (forth[index] + back[index]) / 2;
    }
}

class Layered {
public:
    explicit Layered(const Diagram& diagram)
        : diagram_(diagram), right_(diagram.direction == Diagram::Direction::right), layers_(find_layers(diagram)) {}

    Drawing run() {
        drawing_.nodes.resize(diagram_.nodes.size());
        drawing_.arrows.resize(diagram_.arrows.size());
        drawing_.groups.resize(diagram_.groups.size());
        drawing_.titles.resize(diagram_.groups.size());
        along_.resize(layers_.spots.size());
        across_.resize(layers_.spots.size());
        measure();
        place_along();
        place_across();
        frame_groups();
        for (std::size_t node = 0; node < drawing_.nodes.size(); ++node)
            put(drawing_.nodes[node], along_[node], across_[node]);
        draw_arrows();
        fit();
        return std::move(drawing_);
    }

private:
    [[nodiscard]] bool is_node(std::size_t spot) const { return spot < diagram_.nodes.size(); }
    [[nodiscard]] bool grouped() const { return !diagram_.groups.empty(); }

    void put(Drawing::Box& box, const Extent& along, const Extent& across) const {
        box.x = right_ ? along.begin : across.begin;
        box.y = right_ ? across.begin : along.begin;
        box.width = right_ ? along.size : across.size;
        box.height = right_ ? across.size : along.size;
    }
    [[nodiscard]] Drawing::Point point(double along, double across) const {
        return right_ ? Drawing::Point{along, across} : Drawing::Point{across, along};
    }

    void measure() {
        constexpr std::size_t kColumns = 18;
        constexpr std::size_t kMostLines = 4;
        constexpr double kNarrowest = 72;
        for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
            Drawing::Box& box = drawing_.nodes[node];
            WrappedText label = wrap_label(diagram_.nodes[node].label, kColumns, kMostLines);
            box.lines = std::move(label.lines);
            box.cut = label.cut;
            if (!diagram_.nodes[node].note.empty())
                box.notes = wrap_label(diagram_.nodes[node].note, kColumns + 4, kMostLines).lines;
            box.width = std::max(kNarrowest, text_width(box) + 22);
            box.height = text_height(box) + 16;
            // The corners of these hold no text.
            if (diagram_.nodes[node].shape == Diagram::Shape::diamond) box.width *= 1.5, box.height *= 1.6;
            if (diagram_.nodes[node].shape == Diagram::Shape::store) box.height += 14;
            if (diagram_.nodes[node].shape == Diagram::Shape::person) box.width += 10;
            along_[node].size = right_ ? box.width : box.height;
            across_[node].size = right_ ? box.height : box.width;
        }
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            Drawing::Box& label = drawing_.arrows[index].label;
            if (trim(diagram_.arrows[index].label).empty()) continue;
            label.lines = wrap_label(diagram_.arrows[index].label, 16, 3).lines;
            label.width = width_of(label.lines, kLabelLetters) + 4;
            label.height = height_of(label.lines, kLabelLetters) + 2;
        }
    }

    void place_along() {
        const std::size_t count = layers_.order.size();
        std::vector<double> thickness(count, 0);
        for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
            double& layer = thickness[layers_.spots[node].layer];
            layer = std::max(layer, along_[node].size);
        }
        std::vector<double> gap(count, kBetweenLayers + (grouped() ? 2 * kFramePad + (right_ ? 0 : title_room()) : 0));
        std::vector<double> labels(count, 0);
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            const Drawing::Box& label = drawing_.arrows[index].label;
            if (layers_.chains[index].empty() || label.lines.empty()) continue;
            double& room = labels[layers_.spots[layers_.chains[index].front()].layer];
            room = std::max(room, right_ ? label.width : label.height);
        }
        double at = 0;
        layer_.resize(count);
        for (std::size_t layer = 0; layer < count; ++layer) {
            layer_[layer] = {at, thickness[layer]};
            at += thickness[layer] + gap[layer] + labels[layer];
        }
        for (std::size_t spot = 0; spot < along_.size(); ++spot) {
            const Extent& layer = layer_[layers_.spots[spot].layer];
            if (!is_node(spot)) along_[spot] = layer;
            else along_[spot].begin = layer.middle() - along_[spot].size / 2;
        }
    }

    static double title_room() { return kNodeLetters * kLineHeight + 6; }

    void place_across() {
        double at = 0;
        for (std::size_t band = 0; band < layers_.bands; ++band) {
            double size = 0;
            for (const auto& layer : layers_.order) {
                double own = 0;
                for (const std::size_t spot : layer[band]) own += across_of(spot) + kBesideNode;
                size = std::max(size, own - kBesideNode);
            }
            const Extent room = {at + (grouped() ? kFramePad + (right_ ? title_room() : 0) : 0), size};
            for (std::size_t spot = 0; spot < across_.size(); ++spot) {
                if (layers_.spots[spot].band == band) across_[spot] = {room.middle(), across_of(spot)};
            }
            bands_.push_back(room);
            at = room.end() + (grouped() ? kFramePad + 10 : kBesideNode);
        }
        constexpr int kSweeps = 10;
        for (int sweep = 0; sweep < kSweeps; ++sweep) {
            for (std::size_t step = 0; step < layers_.order.size(); ++step) {
                const bool forth = sweep % 2 == 0;
                relax(forth ? step : layers_.order.size() - 1 - step, forth ? &LayerSpot::before : &LayerSpot::after);
            }
        }
    }

    [[nodiscard]] double across_of(std::size_t spot) const { return is_node(spot) ? across_[spot].size : kBesideLine; }

    void relax(std::size_t layer, std::vector<std::size_t> LayerSpot::*joined) {
        for (std::size_t band = 0; band < layers_.bands; ++band) {
            const std::vector<std::size_t>& spots = layers_.order[layer][band];
            std::vector<Item> items;
            for (const std::size_t spot : spots) {
                const std::vector<std::size_t>& others = layers_.spots[spot].*joined;
                double sum = 0;
                for (const std::size_t other : others) sum += across_[other].middle();
                const double wish = others.empty() ? across_[spot].middle() : sum / static_cast<double>(others.size());
                items.push_back({wish, across_[spot].size, 0});
            }
            settle(items, bands_[band].begin, bands_[band].end(), kBesideNode);
            for (std::size_t index = 0; index < spots.size(); ++index)
                across_[spots[index]].begin = items[index].middle - items[index].size / 2;
        }
    }

    void frame_groups() {
        for (std::size_t group = 0; group < diagram_.groups.size(); ++group) {
            Extent along;
            Extent across;
            bool first = true;
            const auto widen = [&first](Extent& extent, const Extent& by) {
                const double begin = first ? by.begin : std::min(extent.begin, by.begin);
                const double end = first ? by.end() : std::max(extent.end(), by.end());
                extent = {begin, end - begin};
            };
            for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
                if (diagram_.nodes[node].group != group) continue;
                widen(along, along_[node]);
                widen(across, across_[node]);
                first = false;
            }
            if (first) continue;
            Extent& titled = right_ ? across : along;
            for (Extent* const each : {&along, &across}) *each = {each->begin - kFramePad, each->size + 2 * kFramePad};
            titled = {titled.begin - title_room(), titled.size + title_room()};
            Drawing::Box& box = drawing_.groups[group];
            put(box, along, across);
            drawing_.titles[group].lines =
                wrap_label(diagram_.groups[group].title, columns_in(box.width - 16, kNodeLetters), 1).lines;
        }
    }

    // Where on the side of a node an arrow begins or ends: those of one side next to each other, in the order of their
    // other ends, so that they do not cross.
    [[nodiscard]] double port(std::size_t arrow, bool at_front) const {
        const std::vector<std::size_t>& chain = layers_.chains[arrow];
        const std::size_t node = at_front ? chain.front() : chain.back();
        const auto wish = [&](std::size_t index) {
            const std::vector<std::size_t>& other = layers_.chains[index];
            return across_[at_front ? other[1] : other[other.size() - 2]].middle();
        };
        std::size_t count = 0;
        std::size_t lower = 0;
        for (std::size_t index = 0; index < layers_.chains.size(); ++index) {
            const std::vector<std::size_t>& other = layers_.chains[index];
            if (other.empty() || (at_front ? other.front() : other.back()) != node) continue;
            ++count;
            if (std::pair(wish(index), index) < std::pair(wish(arrow), arrow)) ++lower;
        }
        const Extent& side = across_[node];
        // Only the tip of a diamond lies on its side.
        if (diagram_.nodes[node].shape == Diagram::Shape::diamond) return side.middle();
        const double used = std::min(side.size * 0.7, 14.0 * static_cast<double>(count));
        return side.middle() + used * ((static_cast<double>(lower) + 0.5) / static_cast<double>(count) - 0.5);
    }

    void draw_arrows() {
        struct Labelled {
            std::size_t arrow;
            double along;
            double across;
        };
        std::vector<std::vector<Labelled>> labels(layer_.size());
        for (std::size_t index = 0; index < diagram_.arrows.size(); ++index) {
            const std::vector<std::size_t>& chain = layers_.chains[index];
            Drawing::Arrow& arrow = drawing_.arrows[index];
            if (chain.empty()) {
                draw_loop(index);
                continue;
            }
            std::vector<std::pair<double, double>> path = {{along_[chain.front()].end(), port(index, true)}};
            for (std::size_t step = 1; step + 1 < chain.size(); ++step) {
                path.emplace_back(along_[chain[step]].begin, across_[chain[step]].middle());
                path.emplace_back(along_[chain[step]].end(), across_[chain[step]].middle());
            }
            path.emplace_back(along_[chain.back()].begin, port(index, false));
            if (!arrow.label.lines.empty()) {
                labels[layers_.spots[chain.front()].layer].push_back(
                    {index, (path[0].first + path[1].first) / 2, (path[0].second + path[1].second) / 2});
            }
            if (layers_.backwards[index]) std::ranges::reverse(path);
            for (const auto& [along, across] : path) arrow.points.push_back(point(along, across));
        }
        for (std::vector<Labelled>& gap : labels) {
            std::ranges::stable_sort(gap, {}, &Labelled::across);
            std::vector<Item> items;
            for (const Labelled& each : gap) {
                const Drawing::Box& label = drawing_.arrows[each.arrow].label;
                items.push_back({each.across, right_ ? label.height : label.width, 0});
            }
            constexpr double kAnywhere = 1e6;
            settle(items, -kAnywhere, kAnywhere, 2);
            for (std::size_t index = 0; index < gap.size(); ++index) {
                Drawing::Box& label = drawing_.arrows[gap[index].arrow].label;
                const Drawing::Point middle = point(gap[index].along, items[index].middle);
                label.x = middle.x - label.width / 2;
                label.y = middle.y - label.height / 2;
            }
        }
    }

    // From a node to itself: around its corner at the top right.
    void draw_loop(std::size_t index) {
        const Diagram::Arrow& raw = diagram_.arrows[index];
        if (raw.from != raw.to || raw.from >= diagram_.nodes.size()) return;
        const Drawing::Box& box = drawing_.nodes[raw.from];
        Drawing::Arrow& arrow = drawing_.arrows[index];
        arrow.points = {{box.x + box.width - 20, box.y}, {box.x + box.width, box.y + 12}};
        arrow.label.x = box.x + box.width - arrow.label.width;
        arrow.label.y = box.y - 10 - arrow.label.height;
    }

    // Moves all so that the corner is at 0, and measures the whole.
    void fit() {
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        const auto hold = [&](double x, double y) {
            left = std::min(left, x), top = std::min(top, y), right = std::max(right, x), bottom = std::max(bottom, y);
        };
        const auto hold_box = [&](const Drawing::Box& box) {
            if (box.width == 0) return;
            hold(box.x, box.y);
            hold(box.x + box.width, box.y + box.height);
        };
        for (const Drawing::Box& box : drawing_.nodes) hold_box(box);
        for (const Drawing::Box& box : drawing_.groups) hold_box(box);
        for (const Drawing::Arrow& arrow : drawing_.arrows) {
            hold_box(arrow.label);
            constexpr double kBow = 14;  // how far a curve may leave the line between its ends
            for (const Drawing::Point& each : arrow.points)
                hold(each.x - kBow, each.y - kBow), hold(each.x + kBow, each.y + kBow);
        }
        const double x = kMargin - left;
        const double y = kMargin - top;
        for (Drawing::Box& box : drawing_.nodes) box.x += x, box.y += y;
        for (std::size_t group = 0; group < drawing_.groups.size(); ++group) {
            Drawing::Box& box = drawing_.groups[group];
            if (box.width == 0) continue;
            box.x += x, box.y += y;
            Drawing::Box& title = drawing_.titles[group];
            title.x = box.x + 8, title.y = box.y + 4;
            title.width = width_of(title.lines, kNodeLetters), title.height = height_of(title.lines, kNodeLetters);
        }
        for (Drawing::Arrow& arrow : drawing_.arrows) {
            arrow.label.x += x, arrow.label.y += y;
            for (Drawing::Point& each : arrow.points) each.x += x, each.y += y;
        }
        drawing_.width = right - left + 2 * kMargin;
        drawing_.height = bottom - top + 2 * kMargin;
    }

    const Diagram& diagram_;
    bool right_;
    DiagramLayers layers_;
    Drawing drawing_;
    std::vector<Extent> along_;   // by spot
    std::vector<Extent> across_;  // by spot
    std::vector<Extent> layer_;   // along
    std::vector<Extent> bands_;   // across, without frames
};

}  // namespace

Drawing draw_layers(const Diagram& diagram) { return Layered(diagram).run(); }

}  // namespace ims
