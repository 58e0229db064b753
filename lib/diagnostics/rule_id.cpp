#include "diagnostics/rule_id.h"

#include <array>
#include <cstddef>

namespace ims {

constexpr std::array<std::string_view, 4> kGrades = {"low", "medium", "high", "error"};

std::string_view to_string(Grade grade) { return kGrades[static_cast<std::size_t>(grade)]; }

std::optional<Grade> parse_grade(std::string_view text) {
    for (std::size_t index = 0; index < kGrades.size(); ++index) {
        if (kGrades[index] == text) return static_cast<Grade>(index);
    }
    return std::nullopt;
}

}  // namespace ims
