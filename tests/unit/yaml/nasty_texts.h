// Files in many layouts, and texts that YAML takes for something else unless they are written with care.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace ims::test {

// Each by itself; `\n` may be any line end.
const std::vector<std::string>& layouts();
const std::vector<std::string>& nasty_texts();

// Texts put together from pieces, always the same ones for a seed.
class NastyTexts {
public:
    explicit NastyTexts(std::uint32_t seed) : random_(seed) {}
    std::string next();
    // Not a distribution of the standard library: those differ between libraries.
    std::size_t below(std::size_t limit) { return random_() % limit; }

private:
    std::mt19937 random_;
};

std::string with_line_ends(std::string_view text, std::string_view line_end);

}  // namespace ims::test
