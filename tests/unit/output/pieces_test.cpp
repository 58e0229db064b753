#include "output/pieces.h"

#include <doctest/doctest.h>

#include <string>

using namespace ims;

TEST_CASE("pieces come in the order of their items, whoever makes them, and none is lost") {
    for (const std::size_t jobs : {1U, 2U, 8U}) {
        for (const std::size_t count : {0U, 1U, 127U, 128U, 129U, 10'000U}) {
            CAPTURE(jobs);
            CAPTURE(count);
            std::string expected;
            for (std::size_t item = 0; item < count; ++item) expected += std::to_string(item) + "\n";
            std::string written;
            write_pieces(
                jobs, count,
                [](std::size_t begin, std::size_t end, std::string& out) {
                    for (std::size_t item = begin; item < end; ++item) out += std::to_string(item) + "\n";
                },
                [&](std::string_view text) { written += text; });
            CHECK(written == expected);
        }
    }
}
