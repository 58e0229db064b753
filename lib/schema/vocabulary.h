// The words that an organisation's own ims.yaml gives a meaning: needed to read values, known before any record is.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "schema/schema.h"

namespace ims {

// A set of disciplines in force. At most 64 can be in force.
class DisciplineSet {
public:
    constexpr DisciplineSet() = default;
    static constexpr DisciplineSet first(std::size_t count) {
        return DisciplineSet(count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1);
    }
    constexpr void add(Discipline discipline) { bits_ |= std::uint64_t{1} << discipline.value; }
    constexpr void remove(Discipline discipline) { bits_ &= ~(std::uint64_t{1} << discipline.value); }
    [[nodiscard]] constexpr bool has(Discipline discipline) const { return (bits_ >> discipline.value) & 1U; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits_)); }
    [[nodiscard]] constexpr DisciplineSet without(DisciplineSet other) const {
        return DisciplineSet(bits_ & ~other.bits_);
    }
    constexpr bool operator==(const DisciplineSet&) const = default;
    friend constexpr DisciplineSet operator|(DisciplineSet a, DisciplineSet b) {
        return DisciplineSet(a.bits_ | b.bits_);
    }
    friend constexpr DisciplineSet operator&(DisciplineSet a, DisciplineSet b) {
        return DisciplineSet(a.bits_ & b.bits_);
    }
    constexpr DisciplineSet& operator|=(DisciplineSet other) {
        bits_ |= other.bits_;
        return *this;
    }

    // In the order of ims.yaml.
    class Iterator {
    public:
        constexpr explicit Iterator(std::uint64_t bits) : bits_(bits) {}
        constexpr Discipline operator*() const {
            return Discipline(static_cast<std::uint8_t>(std::countr_zero(bits_)));
        }
        constexpr Iterator& operator++() {
            bits_ &= bits_ - 1;
            return *this;
        }
        constexpr bool operator==(const Iterator&) const = default;

    private:
        std::uint64_t bits_;
    };
    [[nodiscard]] constexpr Iterator begin() const { return Iterator(bits_); }
    [[nodiscard]] constexpr Iterator end() const { return Iterator(0); }

private:
    constexpr explicit DisciplineSet(std::uint64_t bits) : bits_(bits) {}
    std::uint64_t bits_ = 0;
};
inline constexpr std::size_t kMostDisciplines = 64;

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
