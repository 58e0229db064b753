#include "base/nearest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {
namespace {

void append_letters(std::u32string& letters, std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        offset += point.length;
        const bool upper = point.value >= U'A' && point.value <= U'Z';
        letters += upper ? static_cast<char32_t>(point.value - U'A' + U'a') : point.value;
    }
}

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    letters.reserve(text.size());
    append_letters(letters, text);
    return letters;
}

// Only cells within `limit` of the diagonal can hold a distance within it, so the time is linear in the length.
std::size_t distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.size() < b.size()) std::swap(a, b);
    if (a.size() - b.size() > limit) return limit + 1;
    if (b.empty()) return a.size();
    limit = std::min(limit, a.size());

    const std::size_t far = limit + 1;
    const std::size_t width = b.size() + 1;
    std::array<std::size_t, 192> on_stack;
    std::vector<std::size_t> on_heap;
    if (3 * width > on_stack.size()) on_heap.resize(3 * width);
    std::size_t* const cells = on_heap.empty() ? on_stack.data() : on_heap.data();
    std::size_t* before = cells;          // row - 2
    std::size_t* above = before + width;  // row - 1
    std::size_t* here = above + width;
    std::fill(cells, cells + 3 * width, far);
    for (std::size_t column = 0; column < width; ++column) here[column] = std::min(column, far);

    std::size_t smallest_above = 0;
    for (std::size_t row = 1; row <= a.size(); ++row) {
        std::swap(before, above);
        std::swap(above, here);
        const std::size_t first = row > limit ? row - limit : 1;
        const std::size_t last = std::min(b.size(), row + limit);
        here[first - 1] = first == 1 ? std::min(row, far) : far;
        std::size_t smallest = here[first - 1];
        for (std::size_t column = first; column <= last; ++column) {
            const bool same = a[row - 1] == b[column - 1];
            std::size_t best = std::min({above[column] + 1, here[column - 1] + 1, above[column - 1] + (same ? 0 : 1)});
            if (row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1]) {
                best = std::min(best, before[column - 2] + 1);
            }
            here[column] = std::min(best, far);
            smallest = std::min(smallest, here[column]);
        }
        if (last < b.size()) here[last + 1] = far;
        // A swap looks two rows back, so one row beyond the limit does not end it.
        if (smallest == far && smallest_above == far) return far;
        smallest_above = smallest;
    }
    return here[b.size()];
}

// Which letters stand in a name, and which of them twice: an edit changes two of the bits at most, a swap none.
std::uint64_t mask_of(std::u32string_view letters) {
    std::uint64_t mask = 0;
    for (const char32_t letter : letters) {
        const std::uint64_t once = std::uint64_t{1} << (letter % 32U);
        mask |= (mask & once) != 0 ? once << 32U : once;
    }
    return mask;
}

// The best so far; ties go to the first in byte order.
struct Best {
    std::optional<std::string_view> name;
    std::size_t distance;

    // How far `candidate` may lie to be better; none where it cannot be.
    [[nodiscard]] std::optional<std::size_t> limit_for(std::string_view candidate) const {
        if (!name || candidate < *name) return distance;
        if (distance == 0) return std::nullopt;
        return distance - 1;
    }
};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t found = distance(letters_of(a), letters_of(b), limit);
    return std::min(found, limit + 1);
}

std::size_t suggestion_limit(std::string_view name) { return std::min<std::size_t>(2, count_code_points(name) / 3); }

std::string did_you_mean(std::string_view near) { return fmt::format("did you mean `{}`?", visible(near)); }

std::optional<std::string_view> nearest(std::string_view name, const std::vector<std::string_view>& candidates) {
    Best best{std::nullopt, suggestion_limit(name)};
    for (const std::string_view candidate : candidates) {
        const auto limit = best.limit_for(candidate);
        if (!limit) continue;
        const std::size_t found = edit_distance(name, candidate, *limit);
        if (found <= *limit) best = {candidate, found};
    }
    return best.name;
}

NearestNames::NearestNames(const std::vector<std::string_view>& names) {
    std::vector<std::pair<std::size_t, std::string_view>> sorted;
    sorted.reserve(names.size());
    for (const std::string_view name : names) sorted.emplace_back(count_code_points(name), name);
    std::ranges::sort(sorted);
    for (const auto& entry : sorted) {
        const std::string_view name = entry.second;
        names_.push_back(name);
        begins_.push_back(letters_.size());
        append_letters(letters_, name);
        masks_.push_back(mask_of(std::u32string_view(letters_).substr(begins_.back())));
    }
    begins_.push_back(letters_.size());
}

std::u32string_view NearestNames::letters(std::size_t index) const {
    return std::u32string_view(letters_).substr(begins_[index], begins_[index + 1] - begins_[index]);
}

std::size_t NearestNames::first_of_length(std::size_t length) const {
    std::size_t first = 0;
    for (std::size_t count = names_.size(); count > 0;) {
        const std::size_t half = count / 2;
        if (letters(first + half).size() < length) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

std::optional<std::string_view> NearestNames::find(std::string_view name) const {
    const std::u32string wanted = letters_of(name);
    const std::uint64_t mask = mask_of(wanted);
    Best best{std::nullopt, suggestion_limit(name)};
    const std::size_t longest = wanted.size() + best.distance;
    const std::size_t shortest = wanted.size() - std::min(wanted.size(), best.distance);
    for (std::size_t index = first_of_length(shortest); index < names_.size() && letters(index).size() <= longest;
         ++index) {
        if (static_cast<std::size_t>(std::popcount(masks_[index] ^ mask)) > 2 * best.distance) continue;
        const auto limit = best.limit_for(names_[index]);
        if (!limit) continue;
        const std::size_t found = distance(wanted, letters(index), *limit);
        if (found <= *limit) best = {names_[index], found};
    }
    return best.name;
}

}  // namespace ims
