// Disciplines that are in force, as a set: cheap to copy, and gone through in the order of ims.yaml.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "base/ids.h"

namespace ims {

// A set of disciplines in force. At most 64 can be in force.
class DisciplineSet {
public:
    constexpr DisciplineSet() = default;
    static constexpr DisciplineSet first(std::size_t count) {
        return DisciplineSet(count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1);
    }
    static constexpr DisciplineSet of(Discipline discipline) {
        return DisciplineSet(std::uint64_t{1} << discipline.value);
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

}  // namespace ims
