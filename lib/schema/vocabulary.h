// The words that an organisation's own ims.yaml gives a meaning: needed to read values, known before any record is.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/discipline_set.h"
#include "schema/schema.h"

namespace ims {

struct Vocabulary {
    std::vector<std::string> disciplines;                  // in force, in the order of ims.yaml
    std::array<std::vector<std::string>, kScales> scales;  // the steps of each, lowest first; by Scale
    std::vector<std::string> risk_levels;                  // lowest first

    [[nodiscard]] const std::vector<std::string>& scale(Scale which) const {
        return scales[static_cast<std::size_t>(which)];
    }
    [[nodiscard]] std::optional<Discipline> find_discipline(std::string_view name) const {
        const auto found = std::ranges::find(disciplines, name);
        if (found == disciplines.end()) return std::nullopt;
        return Discipline::from(static_cast<std::size_t>(found - disciplines.begin()));
    }
};

}  // namespace ims
