#include "output/document/svg_lines.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace ims {
namespace {

using Point = Drawing::Point;

constexpr double kTip = 8;  // length of an arrow's head

// A curve that leaves and arrives along the axis of the layers.
std::string curve(const Point& from, const Point& to, Bends bends) {
    const Point middle = {(from.x + to.x) / 2, (from.y + to.y) / 2};
    const bool across = bends == Bends::across;
    const Point first = across ? Point{middle.x, from.y} : Point{from.x, middle.y};
    const Point second = across ? Point{middle.x, to.y} : Point{to.x, middle.y};
    return fmt::format("C{} {} {}", svg_point(first), svg_point(second), svg_point(to));
}

// So far from `from` on the way to `to`.
Point towards(const Point& from, const Point& to, double distance) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (length == 0) return from;
    return {from.x + (to.x - from.x) * distance / length, from.y + (to.y - from.y) * distance / length};
}

std::string corner(const Point& before, const Point& at, const Point& after) {
    constexpr double kRadius = 5;
    const double room =
        std::min(std::hypot(at.x - before.x, at.y - before.y), std::hypot(after.x - at.x, after.y - at.y));
    const double radius = std::min(kRadius, room / 2);
    return fmt::format("L{}Q{} {}", svg_point(towards(at, before, radius)), svg_point(at),
                       svg_point(towards(at, after, radius)));
}

std::string head(const Point& tip, double x, double y) {
    const Point back = {tip.x - x * kTip, tip.y - y * kTip};
    constexpr double kHalf = 4;
    return fmt::format("<polygon points=\"{},{} {},{} {},{}\"/>", svg_number(tip.x), svg_number(tip.y),
                       svg_number(back.x - y * kHalf), svg_number(back.y + x * kHalf), svg_number(back.x + y * kHalf),
                       svg_number(back.y - x * kHalf));
}

}  // namespace

std::string svg_number(double value) {
    const double rounded = std::round(value * 2) / 2;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

std::string svg_point(const Point& point) { return svg_number(point.x) + ' ' + svg_number(point.y); }

std::string svg_line(std::vector<Point> points, Bends bends, Heads heads) {
    std::string tip;
    if (heads == Heads::last) {
        Point& last = points.back();
        const Point& before = points[points.size() - 2];
        const bool across = bends == Bends::across || (bends == Bends::rounded && last.y == before.y);
        const double x = !across ? 0 : last.x >= before.x ? 1 : -1;
        const double y = across ? 0 : last.y >= before.y ? 1 : -1;
        tip = head(last, x, y);
        last = {last.x - x * kTip, last.y - y * kTip};
    }
    std::string path = "M" + svg_point(points.front());
    for (std::size_t index = 1; index < points.size(); ++index) {
        const bool corners = bends == Bends::rounded;
        if (corners && index + 1 < points.size()) path += corner(points[index - 1], points[index], points[index + 1]);
        else if (corners || index % 2 == 0) path += "L" + svg_point(points[index]);
        else path += curve(points[index - 1], points[index], bends);
    }
    return fmt::format("<path d=\"{}\"/>{}", path, tip);
}

std::string svg_loop(std::vector<Point> points) {
    const std::string tip = head(points[1], -1, 0);
    points[1].x += kTip;
    const std::string path =
        fmt::format("M{}C{} {} {}", svg_point(points[0]), svg_point({points[0].x, points[0].y - 20}),
                    svg_point({points[1].x + 16, points[1].y - 4}), svg_point(points[1]));
    return fmt::format("<path d=\"{}\"/>{}", path, tip);
}

}  // namespace ims
