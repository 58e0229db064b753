#include "output/document/diagram_layout.h"

#include <doctest/doctest.h>

#include <random>

#include <fmt/format.h>

using namespace ims;

namespace {

bool apart(const Drawing::Box& a, const Drawing::Box& b) {
    return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

bool within(const Drawing::Box& a, const Drawing::Box& b) {
    return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}

Diagram chain(std::size_t count, Diagram::Direction direction = Diagram::Direction::right) {
    Diagram diagram;
    diagram.direction = direction;
    for (std::size_t index = 0; index < count; ++index)
        diagram.nodes.push_back({fmt::format("node {}", index), {}, {}});
    for (std::size_t index = 1; index < count; ++index) diagram.arrows.push_back({index - 1, index, "", {}});
    return diagram;
}

// What must hold of every drawing.
void check(const Diagram& diagram) {
    const Drawing drawing = draw(diagram);
    REQUIRE(drawing.nodes.size() == diagram.nodes.size());
    REQUIRE(drawing.arrows.size() == diagram.arrows.size());
    const Drawing::Box page = {0, 0, drawing.width, drawing.height, {}};
    for (std::size_t a = 0; a < drawing.nodes.size(); ++a) {
        CAPTURE(a);
        CHECK(within(drawing.nodes[a], page));
        for (std::size_t b = a + 1; b < drawing.nodes.size(); ++b) {
            CAPTURE(b);
            CHECK(apart(drawing.nodes[a], drawing.nodes[b]));
        }
        for (std::size_t group = 0; group < drawing.groups.size(); ++group) {
            const bool own = diagram.nodes[a].group == group;
            if (drawing.groups[group].lines.empty()) CHECK(!own);
            else if (own) CHECK(within(drawing.nodes[a], drawing.groups[group]));
            else CHECK(apart(drawing.nodes[a], drawing.groups[group]));
        }
    }
    for (std::size_t index = 0; index < diagram.arrows.size(); ++index) {
        const Diagram::Arrow& arrow = diagram.arrows[index];
        const auto& points = drawing.arrows[index].points;
        if (arrow.from >= diagram.nodes.size() || arrow.to >= diagram.nodes.size()) {
            CHECK(points.empty());
            continue;
        }
        REQUIRE(points.size() >= 2);
        // It begins on the edge of the one and ends on the edge of the other.
        const auto touches = [](const Drawing::Box& box, const Drawing::Point& point) {
            const double slack = 0.01;
            return point.x >= box.x - slack && point.x <= box.x + box.width + slack && point.y >= box.y - slack &&
                   point.y <= box.y + box.height + slack;
        };
        CHECK(touches(drawing.nodes[arrow.from], points.front()));
        CHECK(touches(drawing.nodes[arrow.to], points.back()));
    }
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
    check({});
    check(chain(1));
    check(chain(kMostDrawnNodes));
    Diagram loose = chain(30);
    loose.arrows.clear();
    check(loose);
    CHECK(draw(loose).height < 600);  // not one long column
    Diagram circle = chain(3);
    circle.arrows.push_back({2, 0, "again", Diagram::Line::dashed});
    circle.arrows.push_back({1, 1, "itself", {}});
    circle.arrows.push_back({0, 77, "nowhere", {}});
    circle.arrows.push_back({0, 1, "twice", {}});
    check(circle);
    circle.direction = Diagram::Direction::down;
    check(circle);
}

TEST_CASE("groups hold their own nodes and no others") {
    Diagram diagram = chain(9);
    diagram.groups = {"Management processes", "Core", "Support", "Empty"};
    for (std::size_t index = 0; index < 6; ++index) diagram.nodes[index].group = index % 3;
    diagram.nodes[8].group = 99;  // no such group
    check(diagram);
    diagram.direction = Diagram::Direction::down;
    check(diagram);
}

TEST_CASE("groups in different layers stand beside each other") {
    Diagram diagram = chain(3);
    diagram.groups = {"In", "Out"};
    diagram.nodes[0].group = 0;
    diagram.nodes[2].group = 1;
    check(diagram);
    const Drawing drawing = draw(diagram);
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
        diagram.groups.resize(upto(4), "A group with a long name");
        for (Diagram::Node& node : diagram.nodes) {
            node.shape = static_cast<Diagram::Shape>(upto(4));
            if (upto(1) == 0 && !diagram.groups.empty()) node.group = upto(diagram.groups.size() - 1);
            if (upto(5) == 0) node.label = std::string(upto(200), 'w');
        }
        check(diagram);
    }
}
