// How many clauses of a standard are shown by what.
#pragma once

#include <cstddef>
#include <optional>

#include "assess/clauses/clauses.h"

namespace ims {

struct ClauseCounts {
    std::size_t clauses = 0;  // without headings and controls of an annex
    std::size_t named = 0;
    std::size_t by_kind = 0;
    std::size_t unjudged = 0;
    std::size_t none = 0;
    std::size_t excluded = 0;
    std::size_t controls = 0;

    [[nodiscard]] std::size_t asked() const { return clauses - excluded; }
    // Named, of those that are asked for; whole percents, never rounded up: 100 says that all are.
    [[nodiscard]] std::optional<std::size_t> percent() const {
        if (asked() == 0) return std::nullopt;
        return named * 100 / asked();
    }
};

ClauseCounts count_clauses(const StandardFacts& standard);

}  // namespace ims
