#include "base/arena.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace ims;

TEST_CASE("what is put into an arena stays where it is, also when the arena moves") {
    Arena arena;
    std::string text = "a text";
    const std::string_view kept = arena.copy(text);
    text = "another";
    std::vector<std::span<std::uint64_t>> numbers;
    for (std::size_t count = 0; count < 200; ++count) {
        numbers.push_back(arena.make<std::uint64_t>(count));
        for (std::uint64_t& each : numbers.back()) each = count;
    }
    const Arena moved = std::move(arena);
    CHECK(kept == "a text");
    for (std::size_t count = 0; count < numbers.size(); ++count) {
        CHECK(numbers[count].size() == count);
        for (const std::uint64_t each : numbers[count]) CHECK(each == count);
    }
}
