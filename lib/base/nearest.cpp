#include "base/nearest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {
namespace {

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    letters.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        offset += point.length;
        letters += point.value;
    }
    return letters;
}

char32_t small(char32_t letter) {
    const bool capital = letter >= U'A' && letter <= U'Z';
    return capital ? static_cast<char32_t>(letter - U'A' + U'a') : letter;
}

std::u32string in_small(std::u32string letters) {
    std::ranges::transform(letters, letters.begin(), small);
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
        const std::uint64_t once = std::uint64_t{1} << (small(letter) % 32U);
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
    const std::size_t found = distance(in_small(letters_of(a)), in_small(letters_of(b)), limit);
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
    std::vector<std::pair<std::u32string, std::string_view>> sorted;
    sorted.reserve(names.size());
    for (const std::string_view name : names) sorted.emplace_back(letters_of(name), name);
    std::ranges::sort(sorted);
    for (const auto& [letters, name] : sorted) {
        names_.push_back(name);
        masks_.push_back(mask_of(letters));
        begins_.push_back(letters_.size());
        letters_ += letters;
    }
    begins_.push_back(letters_.size());
}

std::u32string_view NearestNames::letters(std::size_t index) const {
    return std::u32string_view(letters_).substr(begins_[index], begins_[index + 1] - begins_[index]);
}

// The first name, in their order, within a limit of one that is asked for. What several names begin with is a row of
// the table of distances; they are left together once no cell of it is within the limit.
class NearestSearch {
public:
    NearestSearch(const NearestNames& names, std::string_view asked)
        : names_(names), wanted_(in_small(letters_of(asked))), mask_(mask_of(wanted_)) {}

    std::optional<std::string_view> run(std::size_t limit) {
        limit_ = limit;
        groups_.assign(1, {0, names_.names_.size(), 0});
        while (!groups_.empty()) {
            const Group group = groups_.back();
            groups_.pop_back();
            if (!fill_row(group)) continue;
            if (const auto found = group.end - group.begin <= kFew ? one_by_one(group) : look_into(group))
                return names_.names_[*found];
        }
        return std::nullopt;
    }

private:
    // Names that begin alike for `depth` letters.
    struct Group {
        std::size_t begin;
        std::size_t end;
        std::size_t depth;
    };
    // How far these letters lie from the first of `wanted_`: cell i from the first depth - limit + i.
    struct Row {
        std::array<std::size_t, 5> cells;
        std::size_t smallest;
        char32_t letter;
    };
    static constexpr std::size_t kFew = 4;

    // Whether names of the group may still be within the limit. The rows above are those that its names share.
    bool fill_row(const Group& group) {
        const std::size_t depth = group.depth;
        if (rows_.size() <= depth) rows_.resize(depth + 1);
        Row& row = rows_[depth];
        row.cells.fill(limit_ + 1);
        row.letter = depth == 0 ? U'\0' : small(names_.letters(group.begin)[depth - 1]);
        for (std::size_t cell = 0; cell <= 2 * limit_; ++cell) {
            const std::size_t column = depth + cell - limit_;
            if (depth + cell < limit_ || column > wanted_.size()) continue;
            row.cells[cell] = std::min(limit_ + 1, depth == 0 || column == 0 ? depth + column : best(depth, cell));
        }
        row.smallest = *std::ranges::min_element(row.cells);
        return row.smallest <= limit_ || (depth > 0 && begins_swap(depth));
    }

    // A swap looks two rows back, so that one row beyond the limit does not end it: its second letter comes first.
    [[nodiscard]] bool begins_swap(std::size_t depth) const {
        const Row& above = rows_[depth - 1];
        for (std::size_t cell = 0; cell <= 2 * limit_; ++cell) {
            const std::size_t second = depth + cell - limit_;  // among the letters of `wanted_`
            if (depth + cell < limit_ + 1 || second >= wanted_.size() || above.cells[cell] >= limit_) continue;
            if (wanted_[second] == rows_[depth].letter) return true;
        }
        return false;
    }

    [[nodiscard]] std::size_t best(std::size_t depth, std::size_t cell) const {
        const Row& row = rows_[depth];
        const Row& above = rows_[depth - 1];
        const std::size_t column = depth + cell - limit_;
        std::size_t best = above.cells[cell] + (row.letter == wanted_[column - 1] ? 0 : 1);
        if (cell < 2 * limit_) best = std::min(best, above.cells[cell + 1] + 1);
        if (cell > 0) best = std::min(best, row.cells[cell - 1] + 1);
        const bool swapped =
            depth > 1 && column > 1 && row.letter == wanted_[column - 2] && above.letter == wanted_[column - 1];
        return swapped ? std::min(best, rows_[depth - 2].cells[cell] + 1) : best;
    }

    std::optional<std::size_t> one_by_one(const Group& group) const {
        for (std::size_t index = group.begin; index < group.end; ++index) {
            if (static_cast<std::size_t>(std::popcount(names_.masks_[index] ^ mask_)) > 2 * limit_) continue;
            if (distance(wanted_, in_small(std::u32string(names_.letters(index))), limit_) <= limit_) return index;
        }
        return std::nullopt;
    }

    // One that ends here, if it is within the limit; those that go on become groups, the first of them on top.
    std::optional<std::size_t> look_into(const Group& group) {
        std::size_t begin = group.begin;
        for (; begin < group.end && names_.letters(begin).size() == group.depth; ++begin) {
            const std::size_t last = wanted_.size() + limit_ - group.depth;
            if (wanted_.size() + limit_ >= group.depth && last <= 2 * limit_ &&
                rows_[group.depth].cells[last] <= limit_)
                return begin;
        }
        const std::size_t below = groups_.size();
        while (begin < group.end) {
            const std::size_t end = end_of_letter({begin, group.end, group.depth});
            groups_.push_back({begin, end, group.depth + 1});
            begin = end;
        }
        std::reverse(groups_.begin() + static_cast<std::ptrdiff_t>(below), groups_.end());
        return std::nullopt;
    }

    // Behind those that go on with the same letter as the first of them.
    [[nodiscard]] std::size_t end_of_letter(const Group& group) const {
        const char32_t letter = names_.letters(group.begin)[group.depth];
        std::size_t first = group.begin + 1;
        for (std::size_t count = group.end - first; count > 0;) {
            const std::size_t half = count / 2;
            const bool same = names_.letters(first + half)[group.depth] == letter;
            if (same) first += half + 1;
            count = same ? count - half - 1 : half;
        }
        return first;
    }

    const NearestNames& names_;
    std::u32string wanted_;  // small letters
    std::uint64_t mask_;
    std::size_t limit_ = 0;
    std::vector<Row> rows_;  // by depth, down to the group that is looked at
    std::vector<Group> groups_;
};

std::optional<std::string_view> NearestNames::find(std::string_view name) const {
    NearestSearch search(*this, name);
    const std::size_t limit = suggestion_limit(name);
    // Those that lie nearer first: of those that lie as near the first one is meant, and nothing else is looked at.
    for (std::size_t distance = 0; distance <= limit; ++distance) {
        if (const auto found = search.run(distance)) return found;
    }
    return std::nullopt;
}

}  // namespace ims
