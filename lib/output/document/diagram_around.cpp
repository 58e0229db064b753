// One box in the middle, and lists around it: the turtle, and the neighbourhood of a record.
#include <algorithm>
#include <array>
#include <utility>

#include "output/document/diagram_layout.h"
#include "output/document/diagram_text.h"

namespace ims {
namespace around {
namespace {

using Side = Diagram::Side;

constexpr double kMargin = 6;
constexpr double kList = 262;
constexpr double kMiddle = 172;
constexpr double kGap = 40;      // for the lines
constexpr double kBetween = 14;  // between two lists
constexpr double kPad = 10;
constexpr double kIndent = 10;  // of a second line
constexpr std::size_t kMostLines = 3;

class Around {
public:
    explicit Around(const Diagram& diagram) : diagram_(diagram) {}

    Drawing run() {
        drawing_.nodes.resize(diagram_.nodes.size());
        drawing_.arrows.resize(diagram_.arrows.size());
        drawing_.groups.resize(diagram_.groups.size());
        drawing_.titles.resize(diagram_.groups.size());
        drawing_.ties.resize(diagram_.groups.size());
        if (diagram_.nodes.empty()) return std::move(drawing_);
        members_.resize(diagram_.groups.size());
        heights_.resize(diagram_.groups.size());
        for (std::size_t node = 1; node < diagram_.nodes.size(); ++node) {
            const auto group = diagram_.nodes[node].group;
            if (group && *group < members_.size()) members_[*group].push_back(node);
        }
        for (std::size_t group = 0; group < members_.size(); ++group) {
            if (!members_[group].empty())
                sides_[static_cast<std::size_t>(diagram_.groups[group].side)].push_back(group);
        }
        place();
        return std::move(drawing_);
    }

private:
    [[nodiscard]] const std::vector<std::size_t>& at(Side side) const { return sides_[static_cast<std::size_t>(side)]; }

    // How high a list of this width is; its texts are wrapped. Each list is on one side and has one width, so this is
    // found once.
    double measure(std::size_t group, double width) {
        if (heights_[group] == 0) heights_[group] = wrap(group, width);
        return heights_[group];
    }

    double wrap(std::size_t group, double width) {
        drawing_.titles[group].lines =
            wrap_label(diagram_.groups[group].title, columns_in(width - 2 * kPad, kNodeLetters), 2).lines;
        double height = kPad + height_of(drawing_.titles[group].lines, kNodeLetters) + 4;
        for (const std::size_t node : members_[group]) {
            Drawing::Box& box = drawing_.nodes[node];
            WrappedText text = wrap_label(diagram_.nodes[node].label,
                                          columns_in(width - 2 * kPad - kIndent, kNodeLetters), kMostLines);
            box.lines = std::move(text.lines);
            box.cut = text.cut;
            height += height_of(box.lines, kNodeLetters) + 3;
        }
        return height + kPad - 3;
    }

    void put(std::size_t group, double x, double y, double width, double height) {
        drawing_.groups[group] = {x, y, width, height};
        Drawing::Box& title = drawing_.titles[group];
        title.x = x + kPad, title.y = y + kPad - 2, title.width = width_of(title.lines, kNodeLetters),
        title.height = height_of(title.lines, kNodeLetters);
        double top = title.y + title.height + 4;
        for (const std::size_t node : members_[group]) {
            Drawing::Box& box = drawing_.nodes[node];
            box.x = x + kPad, box.y = top, box.width = width - 2 * kPad;
            box.height = height_of(box.lines, kNodeLetters);
            top += box.height + 3;
        }
    }

    // Lists side by side over the whole width, equally high; how high that is.
    double put_row(Side side, double y) {
        const std::vector<std::size_t>& groups = at(side);
        if (groups.empty()) return 0;
        const auto count = static_cast<double>(groups.size());
        const double width = (drawing_.width - 2 * kMargin - kBetween * (count - 1)) / count;
        double height = 0;
        for (const std::size_t group : groups) height = std::max(height, measure(group, width));
        double x = kMargin;
        for (const std::size_t group : groups) {
            put(group, x, y, width, height);
            x += width + kBetween;
        }
        return height;
    }

    double column_height(Side side) {
        double height = 0;
        for (const std::size_t group : at(side)) height += measure(group, kList) + kBetween;
        return height == 0 ? 0 : height - kBetween;
    }

    void put_column(Side side, double x, double y, double height) {
        y += (height - column_height(side)) / 2;
        for (const std::size_t group : at(side)) {
            const double own = measure(group, kList);
            put(group, x, y, kList, own);
            y += own + kBetween;
        }
    }

    void place() {
        Drawing::Box& middle = drawing_.nodes[0];
        constexpr double kBold = 1.12;  // its letters are bold, and so wider
        WrappedText text = wrap_label(diagram_.nodes[0].label, columns_in(kMiddle - 20, kBold * kNodeLetters), 5);
        middle.lines = std::move(text.lines);
        middle.cut = text.cut;
        middle.width = kMiddle;
        const std::size_t ports = std::max(at(Side::left).size(), at(Side::right).size());
        middle.height = std::max(height_of(middle.lines, kNodeLetters) + 24, 10.0 * static_cast<double>(ports + 1));
        // Above and below need room beside the middle.
        const bool rows = !at(Side::above).empty() || !at(Side::below).empty();
        const double left = !at(Side::left).empty() || rows ? kList + kGap : 0;
        const double right = !at(Side::right).empty() || rows ? kList + kGap : 0;
        drawing_.width = 2 * kMargin + left + kMiddle + right;
        double y = kMargin;
        if (const double above = put_row(Side::above, y); above > 0) y += above + kGap;
        const double height = std::max({middle.height, column_height(Side::left), column_height(Side::right)});
        put_column(Side::left, kMargin, y, height);
        put_column(Side::right, kMargin + left + kMiddle + kGap, y, height);
        middle.x = kMargin + left, middle.y = y + (height - middle.height) / 2;
        y += height;
        if (const double below = put_row(Side::below, y + kGap); below > 0) y += below + kGap;
        drawing_.height = y + kMargin;
        for (const Side side : {Side::left, Side::right, Side::above, Side::below}) tie(side);
    }

    void tie(Side side) {
        const Drawing::Box& middle = drawing_.nodes[0];
        const std::vector<std::size_t>& groups = at(side);
        for (std::size_t index = 0; index < groups.size(); ++index) {
            const Drawing::Box& list = drawing_.groups[groups[index]];
            std::vector<Drawing::Point>& points = drawing_.ties[groups[index]].points;
            const double share = (static_cast<double>(index) + 0.5) / static_cast<double>(groups.size());
            const double y = middle.y + middle.height * share;
            const double x = middle.x + middle.width * share;
            const double beside = list.y + list.height / 2;
            // Nearest to the middle, without coming near a corner.
            const double along = std::clamp(x, list.x + 20, list.x + list.width - 20);
            if (side == Side::left) points = {{list.x + list.width, beside}, {middle.x, y}};
            if (side == Side::right) points = {{middle.x + middle.width, y}, {list.x, beside}};
            if (side == Side::above) points = {{along, list.y + list.height}, {x, middle.y}};
            if (side == Side::below) points = {{along, list.y}, {x, middle.y + middle.height}};
        }
    }

    const Diagram& diagram_;
    Drawing drawing_;
    std::vector<std::vector<std::size_t>> members_;       // by group
    std::vector<double> heights_;                         // by group; 0: not measured yet
    std::array<std::vector<std::size_t>, 4> sides_ = {};  // groups by side
};

}  // namespace
}  // namespace around

Drawing draw_around(const Diagram& diagram) { return around::Around(diagram).run(); }

}  // namespace ims
