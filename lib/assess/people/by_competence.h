// What is known of one competence each, in an order that means something, and found by its competence too.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

#include "base/ids.h"

namespace ims {

// `Entry`: something for which `competence_of(entry)` is a record.
template <class Entry>
class ByCompetence {
public:
    ByCompetence() = default;
    explicit ByCompetence(std::vector<Entry> entries) : entries_(std::move(entries)), places_(entries_.size()) {
        std::iota(places_.begin(), places_.end(), 0);
        std::ranges::stable_sort(places_, {}, [this](std::uint32_t place) { return competence_of(entries_[place]); });
    }

    [[nodiscard]] std::span<const Entry> all() const { return entries_; }
    [[nodiscard]] auto begin() const { return entries_.begin(); }
    [[nodiscard]] auto end() const { return entries_.end(); }
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    // Those of one competence, in the same order. Not longer than this.
    [[nodiscard]] auto of(RecordId competence) const {
        const auto found = std::ranges::equal_range(
            places_, competence, {}, [this](std::uint32_t place) { return competence_of(entries_[place]); });
        return found | std::views::transform([this](std::uint32_t place) -> const Entry& { return entries_[place]; });
    }
    // The first of them; null where there is none.
    [[nodiscard]] const Entry* find(RecordId competence) const {
        const auto those = of(competence);
        return those.empty() ? nullptr : &*those.begin();
    }

private:
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> places_;  // by competence
};

}  // namespace ims
