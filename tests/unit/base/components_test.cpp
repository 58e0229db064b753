#include "base/components.h"

#include <doctest/doctest.h>

#include <random>

using namespace ims;

namespace {

struct Edges {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> targets;
};

Edges edges_of(const std::vector<std::vector<std::uint32_t>>& lists) {
    Edges out;
    for (const auto& list : lists) {
        out.starts.push_back(static_cast<std::uint32_t>(out.targets.size()));
        out.targets.insert(out.targets.end(), list.begin(), list.end());
    }
    out.starts.push_back(static_cast<std::uint32_t>(out.targets.size()));
    return out;
}

}  // namespace

TEST_CASE("a circle is one component, and comes after what it leads to") {
    const Edges edges = edges_of({{1}, {2}, {0, 3}, {}, {0}});
    const Components found = strongly_connected(edges.starts, edges.targets);
    REQUIRE(found.size() == 3);
    CHECK(found.of[0] == found.of[1]);
    CHECK(found.of[0] == found.of[2]);
    CHECK(found.of[3] < found.of[0]);
    CHECK(found.of[4] > found.of[0]);
    CHECK(std::vector(found.members(found.of[0]).begin(), found.members(found.of[0]).end()) ==
          std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("components are what mutual reachability says") {
    std::mt19937 source(7);
    const auto random = [&] { return static_cast<std::uint32_t>(source()); };
    for (int round = 0; round < 200; ++round) {
        const std::uint32_t count = 1 + random() % 9;
        std::vector<std::vector<std::uint32_t>> lists(count);
        std::vector<std::vector<bool>> reaches(count, std::vector<bool>(count, false));
        for (std::uint32_t node = 0; node < count; ++node) {
            reaches[node][node] = true;
            for (std::uint32_t edge = random() % 3; edge > 0; --edge) {
                const std::uint32_t target = random() % count;
                lists[node].push_back(target);
                reaches[node][target] = true;
            }
        }
        for (std::uint32_t via = 0; via < count; ++via) {
            for (std::uint32_t from = 0; from < count; ++from) {
                for (std::uint32_t to = 0; to < count; ++to) {
                    if (reaches[from][via] && reaches[via][to]) reaches[from][to] = true;
                }
            }
        }
        const Edges edges = edges_of(lists);
        const Components found = strongly_connected(edges.starts, edges.targets);
        for (std::uint32_t from = 0; from < count; ++from) {
            for (std::uint32_t to = 0; to < count; ++to) {
                CHECK((found.of[from] == found.of[to]) == (reaches[from][to] && reaches[to][from]));
                if (reaches[from][to]) CHECK(found.of[to] <= found.of[from]);
            }
        }
    }
}

TEST_CASE("a chain of a hundred thousand needs no deep stack") {
    std::vector<std::vector<std::uint32_t>> lists(100000);
    for (std::uint32_t node = 0; node + 1 < lists.size(); ++node) lists[node].push_back(node + 1);
    const Edges edges = edges_of(lists);
    CHECK(strongly_connected(edges.starts, edges.targets).size() == lists.size());
}
