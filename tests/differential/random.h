// Numbers that look random, and are the same on every machine for a seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>

namespace ims::test {

class Random {
public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    // Not a distribution of the standard library: those differ between libraries.
    std::size_t below(std::size_t limit) { return engine_() % limit; }
    bool one_in(std::size_t many) { return below(many) == 0; }
    template <class List>
    const auto& pick(const List& list) {
        return list[below(std::size(list))];
    }

private:
    std::mt19937 engine_;
};

}  // namespace ims::test
