#include "assess/clauses/numbers.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace ims {
namespace {

// The last part of `A.5.9`, where it is a number: 9, after `A.5.`.
struct Place {
    std::string_view before;
    unsigned last = 0;
};

std::optional<Place> place_of(std::string_view number) {
    const std::size_t dot = number.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    Place place{number.substr(0, dot + 1), 0};
    const std::string_view digits = number.substr(dot + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), place.last);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(place) : std::nullopt;
}

bool follows(std::string_view first, std::string_view second) {
    const auto a = place_of(first);
    const auto b = place_of(second);
    return a && b && a->before == b->before && b->last == a->last + 1;
}

}  // namespace

std::vector<CountedName> ranges(const StandardFacts& standard, std::span<const std::size_t> clauses) {
    constexpr std::size_t kFew = 2;  // these are told one by one
    const std::vector<std::string_view> numbers = standard.condensed(clauses);
    std::vector<bool> here(standard.clauses.size(), false);
    for (const std::size_t index : clauses) here[index] = true;
    const auto count = [&](std::string_view number) {
        return static_cast<std::size_t>(
            std::ranges::count_if(standard.meant(number), [&](std::size_t index) { return here[index]; }));
    };
    std::vector<CountedName> out;
    for (std::size_t first = 0; first < numbers.size();) {
        std::size_t end = first + 1;
        while (end < numbers.size() && follows(numbers[end - 1], numbers[end])) ++end;
        if (end - first <= kFew) {
            out.push_back({std::string(numbers[first]), count(numbers[first])});
            ++first;
            continue;
        }
        CountedName& range =
            out.emplace_back(CountedName{fmt::format("{} to {}", numbers[first], numbers[end - 1]), 0});
        for (; first < end; ++first) range.count += count(numbers[first]);
    }
    return out;
}

Message told_numbers(const StandardFacts& standard, std::span<const std::size_t> clauses, Arena& arena, Written written,
                     std::size_t limit) {
    const std::vector<CountedName> names = ranges(standard, clauses);
    std::vector<TextArgument> shown;
    std::size_t hidden = 0;
    // One more name is shorter than "and 1 more".
    const bool all = names.size() <= limit + 1;
    for (const CountedName& each : names) {
        if (all || shown.size() < limit) shown.push_back({each.text, written});
        else hidden += each.count;
    }
    if (hidden == 0) return make_message(arena, "{:all}", shown);
    return make_message(arena, "{:all} and {} more", listed_by(Joined::by_commas, shown, written), hidden);
}

}  // namespace ims
