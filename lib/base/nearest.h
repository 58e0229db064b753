// "Did you mean …?": the name nearest to one that was mistyped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ims {

// Insertions, deletions, substitutions and swaps of neighbours (Damerau–Levenshtein, optimal string alignment),
// over code points, letter case ignored for ASCII. Gives up beyond `limit` and returns limit + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// How far a suggestion may lie from `name`: two edits, and at most a third of its length (in code points).
std::size_t suggestion_limit(std::string_view name);

// The nearest of a short list; ties go to the first in byte order. For long lists use NearestNames.
std::optional<std::string_view> nearest(std::string_view name, const std::vector<std::string_view>& candidates);

// An index by deletions, so that a thousand misses among many thousand names stay fast: built once, O(1) a question.
// Holds views: the names must outlive it.
class NearestNames {
public:
    explicit NearestNames(std::vector<std::string_view> names);
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

private:
    std::vector<std::string_view> names_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_deletion_;  // hash of a shortened name -> names
};

}  // namespace ims
