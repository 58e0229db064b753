#include "yaml/alias_budget.h"

#include <algorithm>
#include <limits>

namespace ims {
namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

std::uint64_t sum(std::uint64_t a, std::uint64_t b) { return a > kMost - b ? kMost : a + b; }
std::uint64_t product(std::uint64_t a, std::uint64_t b) { return b != 0 && a > kMost / b ? kMost : a * b; }

double part(std::uint64_t added, std::uint64_t most) {
    return static_cast<double>(added) / static_cast<double>(std::max<std::uint64_t>(most, 1));
}

}  // namespace

Amount& Amount::operator+=(const Amount& other) {
    values = sum(values, other.values);
    bytes = sum(bytes, other.bytes);
    return *this;
}

Amount AliasBudget::beside(const Amount& read) const {
    return {std::max(always.values, product(times.values, read.values)),
            std::max(always.bytes, product(times.bytes, read.bytes))};
}

bool fits(const Amount& added, const Amount& most) { return added.values <= most.values && added.bytes <= most.bytes; }

bool is_too_much_text(const Amount& all, const Amount& here, const Amount& most) {
    if (all.bytes <= most.bytes) return false;
    return all.values <= most.values || part(here.bytes, most.bytes) > part(here.values, most.values);
}

std::vector<std::uint32_t> beyond_budget(std::span<const Amount> added, const Amount& most) {
    std::vector<std::uint32_t> places;
    Amount all;
    for (std::uint32_t place = 0; place < added.size(); ++place) {
        if (added[place].any()) places.push_back(place);
        all += added[place];
    }
    if (fits(all, most)) return {};
    // What there is not too much of does not count.
    std::ranges::stable_sort(places, {}, [&](std::uint32_t place) {
        return std::max(all.values > most.values ? part(added[place].values, most.values) : 0,
                        all.bytes > most.bytes ? part(added[place].bytes, most.bytes) : 0);
    });
    Amount taken;
    std::erase_if(places, [&](std::uint32_t place) {
        Amount with = taken;
        with += added[place];
        if (!fits(with, most)) return false;
        taken = with;
        return true;
    });
    std::ranges::sort(places);
    return places;
}

}  // namespace ims
