#include "assess/records/closure.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "assess/folder.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

// So many roles, numbered in the order of records.
Folder roles(std::size_t count) {
    std::string text;
    for (std::size_t number = 0; number < count; ++number)
        text += "---\nrole: r-" + std::to_string(number) + "\ntitle: R\n";
    return Folder(text);
}

using Edges = std::vector<std::vector<std::size_t>>;

// "0: 0 1 2", what each leads to, itself included.
std::string closed(const Folder& folder, const Edges& edges, std::size_t& asked) {
    const auto all = folder.graph().of_kind(kinds::role);
    const RecordIndex places = RecordIndex::by_kind(folder.graph());
    const Closure closure(all, places, [&](RecordId role, const auto& visit) {
        for (const std::size_t after : edges[places[role]]) visit(all[after]);
    });
    const auto sets = closure.gather([&](RecordId role) {
        ++asked;
        return DisciplineSet::of(Discipline::from(places[role]));
    });
    std::string out;
    for (const RecordId role : all) {
        out += std::to_string(places[role]) + ":";
        for (const Discipline each : sets[role]) out += " " + std::to_string(each.index());
        out += "\n";
    }
    return out;
}

// The same by a walk from each.
std::string walked(const Edges& edges) {
    std::string out;
    for (std::size_t from = 0; from < edges.size(); ++from) {
        std::vector<std::size_t> order = {from};
        for (std::size_t at = 0; at < order.size(); ++at) {
            for (const std::size_t after : edges[order[at]]) {
                if (std::ranges::find(order, after) == order.end()) order.push_back(after);
            }
        }
        std::ranges::sort(order);
        out += std::to_string(from) + ":";
        for (const std::size_t each : order) out += " " + std::to_string(each);
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("what records lead to, in chains, diamonds and circles, and each is asked once") {
    const Folder folder = roles(5);
    for (const Edges& edges : {Edges{{1}, {2}, {3}, {4}, {}}, Edges{{1, 2}, {3}, {3}, {4}, {}},
                               Edges{{1}, {2}, {0}, {2}, {4}}, Edges{{1, 1, 4}, {0}, {3}, {2, 0}, {}}}) {
        std::size_t asked = 0;
        CHECK(closed(folder, edges, asked) == walked(edges));
        CHECK(asked == 5);
    }
}

TEST_CASE("what records lead to is what a walk from each would find") {
    constexpr std::size_t kCount = 12;
    const Folder folder = roles(kCount);
    std::mt19937 random{1};
    for (int round = 0; round < 200; ++round) {
        Edges edges(kCount);
        for (std::size_t number = random() % 25; number > 0; --number)
            edges[random() % kCount].push_back(random() % kCount);
        std::size_t asked = 0;
        CHECK(closed(folder, edges, asked) == walked(edges));
    }
}
