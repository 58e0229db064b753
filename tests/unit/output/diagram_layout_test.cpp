#include "output/document/diagram_layout.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <variant>

#include <fmt/format.h>

#include "built_in.h"
#include "engine/analyze_folder.h"
#include "output/document/diagram_text.h"
#include "report/every_report.h"

using namespace ims;

namespace {

using Box = Drawing::Box;
using Point = Drawing::Point;

bool apart(const Box& a, const Box& b) {
    return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

bool within(const Box& a, const Box& b) {
    constexpr double kSlack = 0.01;
    return a.x >= b.x - kSlack && a.y >= b.y - kSlack && a.x + a.width <= b.x + b.width + kSlack &&
           a.y + a.height <= b.y + b.height + kSlack;
}

// On its edge or in it.
bool touches(const Box& box, const Point& point) {
    constexpr double kSlack = 0.01;
    return within({point.x, point.y, 0, 0},
                  {box.x - kSlack, box.y - kSlack, box.width + 2 * kSlack, box.height + 2 * kSlack});
}

// A straight line across or down as a box without thickness.
Box line_of(const Point& a, const Point& b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

bool runs_through(const Box& line, const Box& box) {
    constexpr double kEdge = 0.5;
    const Box inner = {box.x + kEdge, box.y + kEdge, box.width - 2 * kEdge, box.height - 2 * kEdge};
    return line.x < inner.x + inner.width && inner.x < line.x + line.width + 0.001 && line.y < inner.y + inner.height &&
           inner.y < line.y + line.height + 0.001;
}

// Whether two straight lines lie on each other for more than a point.
bool lie_together(const Box& a, const Box& b) {
    constexpr double kNear = 0.5;
    const auto shared = [](double from, double size, double other, double other_size) {
        return std::min(from + size, other + other_size) - std::max(from, other);
    };
    const bool both_across = a.height == 0 && b.height == 0 && std::abs(a.y - b.y) < kNear;
    const bool both_down = a.width == 0 && b.width == 0 && std::abs(a.x - b.x) < kNear;
    return (both_across && shared(a.x, a.width, b.x, b.width) > kNear) ||
           (both_down && shared(a.y, a.height, b.y, b.height) > kNear);
}

Diagram chain(std::size_t count, Diagram::Direction direction = Diagram::Direction::right) {
    Diagram diagram;
    diagram.direction = direction;
    for (std::size_t index = 0; index < count; ++index)
        diagram.nodes.push_back({fmt::format("node {}", index), {}, {}});
    for (std::size_t index = 1; index < count; ++index) diagram.arrows.push_back({index - 1, index, "", {}});
    return diagram;
}

void check_boxes(const Diagram& diagram, const Drawing& drawing) {
    const Box page = {0, 0, drawing.width, drawing.height};
    for (std::size_t a = 0; a < drawing.nodes.size(); ++a) {
        CAPTURE(a);
        const Box& box = drawing.nodes[a];
        CHECK(within(box, page));
        if (diagram.layout != Diagram::Layout::layers) {
            CHECK(text_width(box) <= box.width);
            CHECK(text_height(box) <= box.height);
        }
        for (std::size_t b = a + 1; b < drawing.nodes.size(); ++b) {
            CAPTURE(b);
            CHECK(apart(box, drawing.nodes[b]));
        }
        for (std::size_t group = 0; group < drawing.groups.size(); ++group) {
            const bool own = diagram.nodes[a].group == group && (a > 0 || diagram.layout != Diagram::Layout::around);
            if (drawing.groups[group].width == 0) CHECK(!own);
            else if (own) CHECK(within(box, drawing.groups[group]));
            else CHECK(apart(box, drawing.groups[group]));
            CHECK(apart(box, drawing.titles[group]));
        }
    }
    for (std::size_t a = 0; a < drawing.groups.size(); ++a) {
        if (drawing.groups[a].width == 0) continue;
        CHECK(within(drawing.groups[a], page));
        CHECK(within(drawing.titles[a], drawing.groups[a]));
        for (std::size_t b = a + 1; b < drawing.groups.size(); ++b)
            CHECK((drawing.groups[b].width == 0 || apart(drawing.groups[a], drawing.groups[b])));
    }
}

void check_arrows(const Diagram& diagram, const Drawing& drawing) {
    for (std::size_t index = 0; index < diagram.arrows.size(); ++index) {
        CAPTURE(index);
        const Diagram::Arrow& arrow = diagram.arrows[index];
        const auto& points = drawing.arrows[index].points;
        const bool nowhere = arrow.from >= diagram.nodes.size() || arrow.to >= diagram.nodes.size();
        if (nowhere || (arrow.from == arrow.to && diagram.layout == Diagram::Layout::lanes)) {
            CHECK(points.empty());
            continue;
        }
        REQUIRE(points.size() >= 2);
        CHECK(touches(drawing.nodes[arrow.from], points.front()));
        CHECK(touches(drawing.nodes[arrow.to], points.back()));
        for (const Point& each : points) CHECK(touches({0, 0, drawing.width, drawing.height}, each));
    }
}

// Lines go straight, through no box and no title, and lie on no line that begins elsewhere.
void check_lines(const Diagram& diagram, const Drawing& drawing) {
    struct Line {
        Box box;
        std::size_t from;
    };
    std::vector<Line> lines;
    for (std::size_t index = 0; index < diagram.arrows.size(); ++index) {
        const auto& points = drawing.arrows[index].points;
        for (std::size_t step = 1; step < points.size(); ++step) {
            const Box line = line_of(points[step - 1], points[step]);
            CHECK((line.width < 0.01 || line.height < 0.01));
            lines.push_back({line, diagram.arrows[index].from});
        }
    }
    std::size_t through = 0;
    std::size_t together = 0;
    for (std::size_t a = 0; a < lines.size(); ++a) {
        for (const Box& box : drawing.nodes) through += runs_through(lines[a].box, box) ? 1 : 0;
        for (const Box& title : drawing.titles) {
            if (!title.lines.empty()) through += runs_through(lines[a].box, title) ? 1 : 0;
        }
        for (std::size_t b = a + 1; b < lines.size(); ++b) {
            if (lines[a].from != lines[b].from && lie_together(lines[a].box, lines[b].box)) ++together;
        }
    }
    CHECK(through == 0);
    CHECK(together == 0);
}

// What must hold of every drawing.
Drawing check(const Diagram& diagram) {
    Drawing drawing = draw(diagram);
    REQUIRE(drawing.nodes.size() == diagram.nodes.size());
    REQUIRE(drawing.arrows.size() == diagram.arrows.size());
    check_boxes(diagram, drawing);
    check_arrows(diagram, drawing);
    if (diagram.layout == Diagram::Layout::lanes) check_lines(diagram, drawing);
    return drawing;
}

Diagram landscape(std::size_t processes, std::size_t flows, std::mt19937& random) {
    const auto upto = [&](std::size_t most) { return static_cast<std::size_t>(random() % (most + 1)); };
    Diagram diagram;
    diagram.layout = Diagram::Layout::lanes;
    diagram.groups = {{"Management", {}}, {"Core", {}}, {"Support", {}}, {"Without a type, and with a long name", {}}};
    for (std::size_t index = 0; index < processes; ++index) {
        std::string label = fmt::format("Process number {}", index);
        if (upto(9) == 0) label = std::string(upto(90), 'w') + " ä ö ü";
        diagram.nodes.push_back({.label = label, .group = upto(3)});
    }
    for (std::size_t left = upto(24); left > 0; --left) {
        diagram.nodes.push_back({.label = "Somebody outside",
                                 .shape = static_cast<Diagram::Shape>(2 + upto(1)),
                                 .side = upto(1) == 0 ? Diagram::Side::left : Diagram::Side::right});
    }
    for (std::size_t left = flows; left > 0; --left)
        diagram.arrows.push_back({upto(diagram.nodes.size() - 1), upto(diagram.nodes.size() - 1), "", {}});
    return diagram;
}

}  // namespace

TEST_CASE("a drawing reads in the direction of its arrows") {
    const Drawing right = draw(chain(4));
    const Drawing down = draw(chain(4, Diagram::Direction::down));
    for (std::size_t index = 1; index < 4; ++index) {
        CHECK(right.nodes[index].x > right.nodes[index - 1].x + right.nodes[index - 1].width);
        CHECK(right.nodes[index].y == doctest::Approx(right.nodes[0].y));
        CHECK(down.nodes[index].y > down.nodes[index - 1].y + down.nodes[index - 1].height);
        CHECK(down.nodes[index].x == doctest::Approx(down.nodes[0].x));
    }
}

TEST_CASE("drawings of nothing, of one, without arrows, in a circle, to itself, to nowhere") {
    for (const auto layout : {Diagram::Layout::layers, Diagram::Layout::lanes, Diagram::Layout::around}) {
        Diagram nothing;
        nothing.layout = layout;
        check(nothing);
        nothing.nodes.push_back({"alone", {}, {}});
        check(nothing);
        nothing.groups = {{"Empty", {}}};
        check(nothing);
    }
    check(chain(kMostDrawnNodes));
    Diagram loose = chain(30);
    loose.arrows.clear();
    CHECK(check(loose).height < 600);  // not one long column
    Diagram circle = chain(3);
    circle.arrows.push_back({2, 0, "again", Diagram::Line::dashed});
    circle.arrows.push_back({1, 1, "itself", {}});
    circle.arrows.push_back({0, 77, "nowhere", {}});
    circle.arrows.push_back({0, 1, "twice", {}});
    check(circle);
    circle.direction = Diagram::Direction::down;
    check(circle);
    circle.layout = Diagram::Layout::lanes;
    check(circle);
    circle.groups = {{"Lane", {}}};
    for (Diagram::Node& node : circle.nodes) node.group = 0;
    check(circle);
}

TEST_CASE("groups hold their own nodes and no others") {
    Diagram diagram = chain(9);
    diagram.groups = {{"Management processes", {}}, {"Core", {}}, {"Support", {}}, {"Empty", {}}};
    for (std::size_t index = 0; index < 6; ++index) diagram.nodes[index].group = index % 3;
    diagram.nodes[8].group = 99;  // no such group
    check(diagram);
    diagram.direction = Diagram::Direction::down;
    check(diagram);
    diagram.layout = Diagram::Layout::lanes;
    check(diagram);
}

TEST_CASE("groups in different layers stand beside each other") {
    Diagram diagram = chain(3);
    diagram.groups = {{"In", {}}, {"Out", {}}};
    diagram.nodes[0].group = 0;
    diagram.nodes[2].group = 1;
    const Drawing drawing = check(diagram);
    CHECK(drawing.groups[0].y == doctest::Approx(drawing.groups[1].y));
}

TEST_CASE("arrows that need not cross do not") {
    Diagram diagram;
    for (int index = 0; index < 6; ++index) diagram.nodes.push_back({"n", {}, {}});
    diagram.arrows = {{0, 5, "", {}}, {1, 4, "", {}}, {2, 3, "", {}}};
    const Drawing drawing = draw(diagram);
    for (std::size_t a = 0; a < 3; ++a) {
        for (std::size_t b = a + 1; b < 3; ++b)
            CHECK((drawing.nodes[a].y < drawing.nodes[b].y) == (drawing.nodes[5 - a].y < drawing.nodes[5 - b].y));
    }
}

TEST_CASE("whatever the diagram, boxes lie apart and arrows touch them") {
    std::mt19937 random(7);  // NOLINT: the same each time
    const auto upto = [&](std::size_t most) { return static_cast<std::size_t>(random() % (most + 1)); };
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        Diagram diagram = chain(1 + upto(kMostDrawnNodes - 1));
        diagram.direction = round % 2 == 0 ? Diagram::Direction::right : Diagram::Direction::down;
        diagram.arrows.clear();
        for (std::size_t left = upto(2 * diagram.nodes.size()); left > 0; --left)
            diagram.arrows.push_back(
                {upto(diagram.nodes.size()), upto(diagram.nodes.size() - 1), upto(2) == 0 ? "label" : "", {}});
        diagram.groups.resize(upto(4), {"A group with a long name", {}});
        for (Diagram::Node& node : diagram.nodes) {
            node.shape = static_cast<Diagram::Shape>(upto(4));
            if (upto(1) == 0 && !diagram.groups.empty()) node.group = upto(diagram.groups.size() - 1);
            if (upto(5) == 0) node.label = std::string(upto(200), 'w');
            if (upto(3) == 0) node.note = "24 hours";
        }
        check(diagram);
    }
}

TEST_CASE("no line of a landscape runs through a box, and no text lies over another") {
    std::mt19937 random(11);  // NOLINT: the same each time
    for (std::size_t processes = 1; processes <= 40; ++processes) {
        CAPTURE(processes);
        check(landscape(processes, 3 * processes, random));
        check(landscape(processes, 120, random));
    }
    check(landscape(40, 0, random));
}

TEST_CASE("lists around the middle lie apart, whatever they hold") {
    std::mt19937 random(13);  // NOLINT: the same each time
    const auto upto = [&](std::size_t most) { return static_cast<std::size_t>(random() % (most + 1)); };
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        Diagram diagram;
        diagram.layout = Diagram::Layout::around;
        diagram.nodes.push_back({.label = std::string(upto(90), 'w')});
        for (std::size_t left = upto(14); left > 0; --left)
            diagram.groups.push_back({"A title that may be long", static_cast<Diagram::Side>(upto(3))});
        for (std::size_t left = diagram.groups.empty() ? 0 : upto(60); left > 0; --left)
            diagram.nodes.push_back(
                {.label = std::string(upto(60), 'w') + " and more", .group = upto(diagram.groups.size() - 1)});
        const Drawing drawing = check(diagram);
        for (std::size_t group = 0; group < drawing.ties.size(); ++group) {
            const std::vector<Point>& points = drawing.ties[group].points;
            if (points.empty()) continue;
            const bool given = diagram.groups[group].side == Diagram::Side::right;
            CHECK(touches(drawing.nodes[0], given ? points.front() : points.back()));
            CHECK(touches(drawing.groups[group], given ? points.back() : points.front()));
        }
    }
}

TEST_CASE("the drawings of the examples can be read: the landscape fits a screen and a page") {
    for (const std::string_view example : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        FolderOptions options;
        options.root = std::string(IMS_EXAMPLES) + "/" + std::string(example);
        options.today = *parse_date("2026-06-01");
        const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
        REQUIRE(analysis.has_value());
        std::size_t drawings = 0;
        for (const WantedReport& each : every_report(**analysis, Persons::left_out)) {
            const Document document = each.report->build({**analysis, each.subject});
            for (const Block& block : document.blocks) {
                const auto* const diagram = std::get_if<Diagram>(&block);
                if (diagram == nullptr) continue;
                CAPTURE(document.title);
                REQUIRE(fits_drawing(*diagram));
                const Drawing drawing = check(*diagram);
                CHECK(drawing.width <= kWidestShrunk);
                // 8 px of 13 are 6 points on paper, which is 1016 px wide and 640 px high beside the heading.
                if (diagram->layout == Diagram::Layout::lanes) {
                    CHECK(drawing.width <= 1016 * 1.6);
                    CHECK(drawing.height <= 640 * 1.6);
                }
                ++drawings;
            }
        }
        CHECK(drawings > 0);
    }
}
