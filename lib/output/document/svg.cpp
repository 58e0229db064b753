#include "output/document/svg.h"

#include <cmath>

#include <fmt/format.h>

#include "output/document/diagram_layout.h"
#include "output/document/html_text.h"

namespace ims {
namespace {

using Point = Drawing::Point;
using Box = Drawing::Box;

constexpr double kTip = 8;        // length of an arrow's head
constexpr double kShrunk = 1150;  // wider ones would be too small to read, and are scrolled

// Half a pixel is as fine as it gets; and the same bytes on every machine.
std::string number(double value) {
    const double rounded = std::round(value * 2) / 2;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

std::string text(const Box& box, double letters, std::string_view anchor) {
    const bool centred = anchor == "middle";
    const double height = static_cast<double>(box.lines.size()) * letters * kLineHeight;
    const double x = centred ? box.x + box.width / 2 : box.x + 8;
    double y = centred ? box.y + (box.height - height) / 2 : box.y + 4;
    std::string out = fmt::format("<text text-anchor=\"{}\">", anchor);
    for (const std::string& line : box.lines) {
        y += letters * kLineHeight;
        out +=
            fmt::format("<tspan x=\"{}\" y=\"{}\">{}</tspan>", number(x), number(y - letters * 0.3), html_text(line));
    }
    return out + "</text>";
}

std::string outline(const Box& box, Diagram::Shape shape) {
    const double right = box.x + box.width;
    const double bottom = box.y + box.height;
    switch (shape) {
        case Diagram::Shape::box:
        case Diagram::Shape::round:
        case Diagram::Shape::person: {
            const double radius = shape == Diagram::Shape::box     ? 3
                                  : shape == Diagram::Shape::round ? 10
                                                                   : box.height / 2;
            return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>", number(box.x),
                               number(box.y), number(box.width), number(box.height), number(radius));
        }
        case Diagram::Shape::store: {
            const std::string half = number(box.width / 2);
            return fmt::format(
                "<path d=\"M{0} {1}v{2}a{3} 7 0 0 0 {4} 0v-{2}\"/><ellipse cx=\"{5}\" cy=\"{1}\" rx=\"{3}\" ry=\"7\"/>",
                number(box.x), number(box.y + 7), number(box.height - 14), half, number(box.width),
                number(box.x + box.width / 2));
        }
        case Diagram::Shape::diamond: {
            const std::string x = number(box.x + box.width / 2);
            const std::string y = number(box.y + box.height / 2);
            return fmt::format("<polygon points=\"{},{} {},{} {},{} {},{}\"/>", x, number(box.y), number(right), y, x,
                               number(bottom), number(box.x), y);
        }
    }
    return {};
}

std::string at(const Point& point) { return number(point.x) + ' ' + number(point.y); }

// A curve that leaves and arrives along the axis of the layers.
std::string curve(const Point& from, const Point& to, bool right) {
    const Point middle = {(from.x + to.x) / 2, (from.y + to.y) / 2};
    if (right)
        return fmt::format("C{} {} {} {} {}", number(middle.x), number(from.y), number(middle.x), number(to.y), at(to));
    return fmt::format("C{} {} {} {} {}", number(from.x), number(middle.y), number(to.x), number(middle.y), at(to));
}

std::string head(const Point& tip, double x, double y) {
    const Point back = {tip.x - x * kTip, tip.y - y * kTip};
    constexpr double kHalf = 4;
    return fmt::format("<polygon points=\"{},{} {},{} {},{}\"/>", number(tip.x), number(tip.y),
                       number(back.x - y * kHalf), number(back.y + x * kHalf), number(back.x + y * kHalf),
                       number(back.y - x * kHalf));
}

std::string arrow(const Drawing::Arrow& arrow, const Diagram::Arrow& raw, bool right) {
    std::vector<Point> points = arrow.points;
    const Point tip = points.back();
    const Point& before = points[points.size() - 2];
    const bool loop = raw.from == raw.to;
    const double x = loop ? -1 : !right ? 0 : tip.x >= before.x ? 1 : -1;
    const double y = loop || right ? 0 : tip.y >= before.y ? 1 : -1;
    points.back() = {tip.x - x * kTip, tip.y - y * kTip};
    std::string path = "M" + at(points.front());
    if (loop) {
        path += fmt::format("C{} {} {} {} {}", number(points[0].x), number(points[0].y - 20), number(points[1].x + 16),
                            number(points[1].y - 4), at(points[1]));
    } else {
        for (std::size_t index = 1; index < points.size(); ++index)
            path += index % 2 == 1 ? curve(points[index - 1], points[index], right) : "L" + at(points[index]);
    }
    const std::string_view kind = raw.line == Diagram::Line::solid ? "arrow" : "arrow dashed";
    return fmt::format("<g class=\"{}\"><path d=\"{}\"/>{}</g>\n", kind, path, head(tip, x, y));
}

}  // namespace

std::string svg(const Diagram& diagram, std::string_view title, std::size_t number_in_page) {
    const Drawing drawing = draw(diagram);
    const bool right = diagram.direction == Diagram::Direction::right;
    const std::string id = fmt::format("ims:drawing-{}", number_in_page);
    std::string out = fmt::format(
        "<svg class=\"{}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{}\" height=\"{}\" "
        "viewBox=\"0 0 {} {}\" aria-labelledby=\"{}-title\" aria-describedby=\"{}-says\">\n",
        drawing.width > kShrunk ? "large" : "small", number(drawing.width), number(drawing.height),
        number(drawing.width), number(drawing.height), id, id);
    out += fmt::format("<title id=\"{}-title\">{}</title>\n<desc id=\"{}-says\">{}</desc>\n", id, html_text(title), id,
                       html_text(diagram.says));
    for (const Box& group : drawing.groups) {
        if (group.lines.empty()) continue;
        out += "<g class=\"group\">" + outline(group, Diagram::Shape::round) + text(group, kNodeLetters, "start") +
               "</g>\n";
    }
    for (std::size_t index = 0; index < drawing.arrows.size(); ++index) {
        if (!drawing.arrows[index].points.empty()) out += arrow(drawing.arrows[index], diagram.arrows[index], right);
    }
    for (std::size_t index = 0; index < drawing.nodes.size(); ++index) {
        Box box = drawing.nodes[index];
        out += "<g class=\"node\">" + outline(box, diagram.nodes[index].shape);
        if (diagram.nodes[index].shape == Diagram::Shape::store) box.y += 7;
        out += text(box, kNodeLetters, "middle") + "</g>\n";
    }
    // Over all else, since they must be read.
    for (const Drawing::Arrow& each : drawing.arrows) {
        if (!each.points.empty() && !each.label.lines.empty())
            out += "<g class=\"label\">" + text(each.label, kLabelLetters, "middle") + "</g>\n";
    }
    return out + "</svg>\n";
}

}  // namespace ims
