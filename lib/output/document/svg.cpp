#include "output/document/svg.h"

#include <algorithm>

#include <fmt/format.h>

#include "output/document/diagram_layout.h"
#include "output/document/diagram_text.h"
#include "output/document/html_text.h"
#include "output/document/svg_lines.h"

namespace ims {
namespace {

using Box = Drawing::Box;
using Layout = Diagram::Layout;

// Lines one below the other, from the top of the box on.
class Text {
public:
    Text(double x, double y, std::string_view anchor) : x_(x), y_(y) {
        if (!anchor.empty()) out_ = fmt::format("<text text-anchor=\"{}\">", anchor);
        else out_ = "<text>";
    }
    void add(const std::vector<std::string>& lines, double letters, std::string_view kind = {}, double indent = 0) {
        bool first = true;
        for (const std::string& line : lines) {
            y_ += letters * kLineHeight;
            // Else words of two lines would be read out as one.
            if (any_) out_ += ' ';
            any_ = true;
            const std::string classes = kind.empty() ? "" : fmt::format(" class=\"{}\"", kind);
            out_ += fmt::format("<tspan{} x=\"{}\" y=\"{}\">{}</tspan>", classes, svg_number(x_ + (first ? 0 : indent)),
                                svg_number(y_ - letters * 0.3), html_text(line));
            first = false;
        }
    }
    std::string take() { return out_ + "</text>"; }

private:
    double x_;
    double y_;
    bool any_ = false;
    std::string out_;
};

std::string centred(const Box& box) {
    Text text(box.x + box.width / 2, box.y + (box.height - text_height(box)) / 2, "middle");
    text.add(box.lines, kNodeLetters);
    text.add(box.notes, kLabelLetters, "note");
    return text.take();
}

std::string at_left(const Box& box, double indent = 0) {
    Text text(box.x, box.y, {});
    text.add(box.lines, kNodeLetters, {}, indent);
    return text.take();
}

std::string rectangle(const Box& box, double radius) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>", svg_number(box.x),
                       svg_number(box.y), svg_number(box.width), svg_number(box.height), svg_number(radius));
}

std::string outline(const Box& box, Diagram::Shape shape) {
    switch (shape) {
        case Diagram::Shape::box: break;
        case Diagram::Shape::round: return rectangle(box, 10);
        case Diagram::Shape::person: return rectangle(box, std::min(box.height / 2, 22.0));
        case Diagram::Shape::store: {
            const std::string half = svg_number(box.width / 2);
            return fmt::format(
                "<path d=\"M{0} {1}v{2}a{3} 7 0 0 0 {4} 0v-{2}\"/><ellipse cx=\"{5}\" cy=\"{1}\" rx=\"{3}\" ry=\"7\"/>",
                svg_number(box.x), svg_number(box.y + 7), svg_number(box.height - 14), half, svg_number(box.width),
                svg_number(box.x + box.width / 2));
        }
        case Diagram::Shape::diamond: {
            const std::string x = svg_number(box.x + box.width / 2);
            const std::string y = svg_number(box.y + box.height / 2);
            return fmt::format("<polygon points=\"{},{} {},{} {},{} {},{}\"/>", x, svg_number(box.y),
                               svg_number(box.x + box.width), y, x, svg_number(box.y + box.height), svg_number(box.x),
                               y);
        }
    }
    return rectangle(box, 3);
}

class SvgWriter {
public:
    SvgWriter(const Diagram& diagram, const LinkOfPage& link)
        : diagram_(diagram), link_(link), drawing_(draw(diagram)) {}

    std::string run(std::string_view title, std::size_t number) {
        const std::string id = fmt::format("ims:drawing-{}", number);
        for (std::size_t group = 0; group < drawing_.groups.size(); ++group) {
            if (drawing_.groups[group].width == 0) continue;
            out_ += "<g class=\"group\">" + outline(drawing_.groups[group], Diagram::Shape::round) +
                    at_left(drawing_.titles[group]) + "</g>\n";
        }
        for (std::size_t index = 0; index < drawing_.arrows.size(); ++index) add_arrow(index);
        for (std::size_t group = 0; group < drawing_.ties.size(); ++group) add_tie(group);
        for (std::size_t index = 0; index < drawing_.nodes.size(); ++index) add_node(index);
        // Over all else, since they must be read.
        for (const Drawing::Arrow& each : drawing_.arrows) {
            if (!each.points.empty() && !each.label.lines.empty()) add_label(each.label);
        }
        constexpr std::string_view kLayouts[] = {"layers", "lanes", "around"};
        // Within a picture nobody reaches a link.
        return fmt::format(
                   "<svg class=\"{} {}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"{}\" width=\"{}\" height=\"{}\" "
                   "viewBox=\"0 0 {} {}\" aria-labelledby=\"{}-title\" aria-describedby=\"{}-says\">\n",
                   kLayouts[static_cast<std::size_t>(diagram_.layout)],
                   drawing_.width > kWidestShrunk ? "large" : "small", linked_ ? "group" : "img",
                   svg_number(drawing_.width), svg_number(drawing_.height), svg_number(drawing_.width),
                   svg_number(drawing_.height), id, id) +
               fmt::format("<title id=\"{}-title\">{}</title>\n<desc id=\"{}-says\">{}</desc>\n", id, html_text(title),
                           id, html_text(diagram_.says)) +
               out_ + "</svg>\n";
    }

private:
    void add_arrow(std::size_t index) {
        const Diagram::Arrow& raw = diagram_.arrows[index];
        const std::vector<Drawing::Point>& points = drawing_.arrows[index].points;
        if (points.empty()) return;
        const bool lanes = diagram_.layout == Layout::lanes;
        const Bends bends = lanes                                             ? Bends::rounded
                            : diagram_.direction == Diagram::Direction::right ? Bends::across
                                                                              : Bends::down;
        constexpr std::string_view kLines[] = {"arrow", "arrow dashed", "arrow strong"};
        out_ += fmt::format("<g class=\"{}\"{}>{}</g>\n", kLines[static_cast<std::size_t>(raw.line)],
                            lanes ? fmt::format(" data-from=\"{}\" data-to=\"{}\"", raw.from, raw.to) : "",
                            raw.from == raw.to ? svg_loop(points) : svg_line(points, bends, Heads::last));
    }

    void add_tie(std::size_t group) {
        const std::vector<Drawing::Point>& points = drawing_.ties[group].points;
        if (points.empty()) return;
        const Diagram::Side side = diagram_.groups[group].side;
        const bool across = side == Diagram::Side::left || side == Diagram::Side::right;
        out_ += fmt::format("<g class=\"arrow\">{}</g>\n",
                            svg_line(points, across ? Bends::across : Bends::down, across ? Heads::last : Heads::none));
    }

    void add_node(std::size_t index) {
        const Diagram::Node& node = diagram_.nodes[index];
        Box box = drawing_.nodes[index];
        const bool listed = diagram_.layout == Layout::around && index > 0;
        if (listed && box.lines.empty()) return;
        const std::string href = node.link ? link_(*node.link) : std::string();
        linked_ = linked_ || !href.empty();
        const std::string number = diagram_.layout == Layout::lanes ? fmt::format(" data-node=\"{}\"", index) : "";
        const std::string_view kind = listed ? "item" : "node";
        out_ += href.empty() ? fmt::format("<g class=\"{}\"{}>", kind, number)
                             : fmt::format("<a class=\"{}\"{} href=\"{}\">", kind, number, href);
        if (box.cut) out_ += "<title>" + html_text(node.label) + "</title>";
        if (listed) {
            constexpr double kSecondLine = 10;
            out_ += at_left(box, kSecondLine);
        } else {
            out_ += outline(box, node.shape);
            if (node.shape == Diagram::Shape::store) box.y += 6;
            out_ += centred(box);
        }
        out_ += href.empty() ? "</g>\n" : "</a>\n";
    }

    void add_label(const Box& label) {
        Text text(label.x + label.width / 2, label.y, "middle");
        text.add(label.lines, kLabelLetters);
        out_ += "<g class=\"label\">" + text.take() + "</g>\n";
    }

    const Diagram& diagram_;
    const LinkOfPage& link_;
    const Drawing drawing_;
    std::string out_;
    bool linked_ = false;
};

}  // namespace

std::string svg(const Diagram& diagram, std::string_view title, std::size_t number, const LinkOfPage& link) {
    return SvgWriter(diagram, link).run(title, number);
}

}  // namespace ims
