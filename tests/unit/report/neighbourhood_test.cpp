// The neighbourhood of a record and the map of processes: what stands where, that people are told by their roles, and
// that one line stands for all that one process gives another.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analyzed.h"
#include "report/sections/sections.h"

using namespace ims;

namespace {

constexpr std::string_view kShop = R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {}}
# file: records.yaml
process: sell
title: Sell
type: core
owner: boss
inputs: [{item: bread, from: process/bake}, {item: cakes, from: process/bake}]
outputs: [{item: orders, to: process/bake}]
---
process: bake
title: Bake
type: core
inputs: [{item: flour, from: supplier/mill}]
---
process: knead
title: Knead
part_of: bake
outputs: [{item: dough, to: process/sell}]
---
role: boss
title: Boss
---
role: gone
title: Gone
status: retired
---
supplier: mill
title: Mill
provides: Flour
---
person: p-1
title: Ann Lee
roles: [boss]
---
person: p-2
title: Bo Day
roles: [boss]
---
site: alone
title: Alone
)";

std::vector<Diagram> drawings(const Document& document) {
    std::vector<Diagram> all;
    for (const Block& block : document.blocks) {
        if (const auto* const diagram = std::get_if<Diagram>(&block)) all.push_back(*diagram);
    }
    return all;
}

std::vector<Diagram> neighbourhood(const Analysis& analysis, std::string_view name) {
    Page page({analysis, id_of(analysis, name)}, "record", Page::Frame::none, "Of it");
    add_neighbourhood(page);
    return drawings(page.finish());
}

// "Owner: Boss", what stands in the list of a title.
std::string list(const Diagram& diagram, std::string_view title) {
    std::string told;
    for (const Diagram::Node& node : diagram.nodes) {
        if (node.group && diagram.groups[*node.group].title == title) told += (told.empty() ? "" : ", ") + node.label;
    }
    return told;
}

std::string arrows(const Diagram& diagram) {
    std::string told;
    for (const Diagram::Arrow& arrow : diagram.arrows) {
        told += diagram.nodes[arrow.from].label + ">" + diagram.nodes[arrow.to].label + ":";
        for (const std::string& item : arrow.items) told += " " + item;
        told += "; ";
    }
    return told;
}

}  // namespace

TEST_CASE("a record has beside it what it names and what names it") {
    const auto analysis = analyzed(kShop);
    const auto all = neighbourhood(*analysis, "process/sell");
    REQUIRE(all.size() == 1);
    CHECK(all[0].nodes[0].label == "Sell");
    CHECK(list(all[0], "Owner") == "Boss");
    for (const Diagram::Node& node : all[0].nodes) {
        const bool linked = node.link.has_value() || &node == &all[0].nodes.front();
        CHECK(linked);
    }
    const auto mill = neighbourhood(*analysis, "supplier/mill");
    REQUIRE(mill.size() == 1);
    CHECK(list(mill[0], "Processes") == "Bake");
    CHECK(mill[0].groups[0].side == Diagram::Side::left);
    CHECK(mill[0].says == "Mill leads to 0 records, and 1 record leads to it.");
}

TEST_CASE("nothing is drawn where nothing is linked, and nobody is told by name") {
    const auto analysis = analyzed(kShop);
    CHECK(neighbourhood(*analysis, "site/alone").empty());
    const auto boss = neighbourhood(*analysis, "role/boss");
    REQUIRE(boss.size() == 1);
    std::size_t holders = 0;
    for (const Diagram::Node& node : boss[0].nodes) {
        CHECK(node.label.find("Ann") == std::string::npos);
        if (node.label.find("holder") == std::string::npos) continue;
        ++holders;
        CHECK(!node.link.has_value());
    }
    CHECK(holders == 1);
}

TEST_CASE("one arrow stands for all that one process and its parts give another") {
    const auto analysis = analyzed(kShop);
    const auto all = drawings(find_report("processes")->build({*analysis, {}}));
    REQUIRE(all.size() == 1);
    CHECK(all[0].layout == Diagram::Layout::lanes);
    const std::string told = arrows(all[0]);
    CHECK(told.find("Bake>Sell: bread cakes dough; ") != std::string::npos);
    CHECK(told.find("Sell>Bake: orders; ") != std::string::npos);
    CHECK(told.find("Mill>Bake: flour; ") != std::string::npos);
    CHECK(std::ranges::count(told, '>') == 3);
    CHECK(std::ranges::none_of(all[0].nodes, [](const Diagram::Node& node) { return node.label == "Knead"; }));
}

TEST_CASE("of many processes the boxes are drawn without lines, and of hundreds nothing") {
    const auto map_of = [](std::size_t count) {
        std::string files =
            "# file: ims.yaml\norganisation: Example\ndisciplines: {quality: {}}\n# file: records.yaml\n";
        for (std::size_t index = 0; index < count; ++index)
            files +=
                fmt::format("{0}process: p-{1}\ntitle: P {1}\ntype: core\noutputs: [{{item: x, to: process/p-0}}]\n",
                            index == 0 ? "" : "---\n", index);
        const auto analysis = analyzed(files);
        return drawings(find_report("processes")->build({*analysis, {}}));
    };
    CHECK(map_of(40).at(0).arrows.size() == 39);
    const auto many = map_of(41);
    REQUIRE(many.size() == 1);
    CHECK(many[0].nodes.size() == 41);
    CHECK(many[0].arrows.empty());
    CHECK(map_of(200).empty());
}
