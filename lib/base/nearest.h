// "Did you mean …?": the name nearest to one that was mistyped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ims {

// Insertions, deletions, substitutions and swaps of neighbours (Damerau–Levenshtein, optimal string alignment),
// over code points, letter case ignored for ASCII. Gives up beyond `limit` and returns limit + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// How far a suggestion may lie from `name`: two edits, and at most a third of its length (in code points).
std::size_t suggestion_limit(std::string_view name);

// The nearest of a short list; ties go to the first in byte order. For long lists use NearestNames.
std::optional<std::string_view> nearest(std::string_view name, const std::vector<std::string_view>& candidates);

// "did you mean `near`?"
std::string did_you_mean(std::string_view near);

// The same answer for a thousand misses among many thousand names: built once; what names begin with alike is compared
// once a question, and left where it lies too far away, so that a question takes hardly longer the more there are.
// (An index by deletions answers no faster, since its many entries miss the cache, and takes a hundred times the
// memory.) Holds views: the names must outlive it. Safe to ask from several threads.
class NearestNames {
public:
    explicit NearestNames(const std::vector<std::string_view>& names);
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

private:
    friend class NearestSearch;
    [[nodiscard]] std::u32string_view letters(std::size_t index) const;

    // In the order of their letters, which is that of their bytes; all vectors run alike.
    std::vector<std::string_view> names_;
    std::vector<std::uint64_t> masks_;  // which letters stand in them, all of them small
    std::u32string letters_;            // of all names, as they are written
    std::vector<std::size_t> begins_;   // of each name in letters_, and the end
};

}  // namespace ims
