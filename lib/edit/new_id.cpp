#include "edit/new_id.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "schema/valid_id.h"

namespace ims {
namespace {

struct NumberedId {
    std::string_view before;  // `RISK-`
    std::uint64_t number = 0;
    std::size_t digits = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Of a year, as in `spring-2026` and `iso-9001-2015`, the next one is not the next record.
bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

std::optional<NumberedId> read_numbered(std::string_view id) {
    constexpr std::size_t kMostDigits = 9;
    std::size_t begin = id.size();
    while (begin > 0 && is_digit(id[begin - 1])) --begin;
    const std::string_view digits = id.substr(begin);
    if (digits.empty() || digits.size() > kMostDigits || is_year(digits)) return std::nullopt;
    NumberedId out{id.substr(0, begin), 0, digits.size()};
    for (const char digit : digits) out.number = out.number * 10 + static_cast<std::uint64_t>(digit - '0');
    return out;
}

std::string written(std::string_view before, std::uint64_t number, std::size_t digits) {
    return fmt::format("{}{:0{}}", before, number, digits);
}

std::string first_free(const Graph& graph, KindId kind, const NumberedId& from) {
    for (std::uint64_t number = from.number + 1;; ++number) {
        std::string id = written(from.before, number, from.digits);
        if (!same_but_for_capitals(graph, kind, id)) return id;
    }
}

}  // namespace

std::optional<std::string> next_number(const Graph& graph, KindId kind) {
    struct Series {
        std::size_t count = 0;
        NumberedId highest;
    };
    std::map<std::string_view, Series> all;
    std::size_t records = 0;
    for (const RecordId id : graph.of_kind(kind)) {
        const RecordView record = graph[id];
        if (record.built_in()) continue;
        ++records;
        const auto numbered = read_numbered(record.id());
        if (!numbered) continue;
        Series& series = all[numbered->before];
        if (++series.count == 1 || numbered->number > series.highest.number) series.highest = *numbered;
    }
    const auto commonest = std::ranges::max_element(all, {}, [](const auto& each) { return each.second.count; });
    if (commonest == all.end() || commonest->second.count * 2 < records) return std::nullopt;
    return first_free(graph, kind, commonest->second.highest);
}

std::optional<RecordId> same_but_for_capitals(const Graph& graph, KindId kind, std::string_view id) {
    // What could not be read has its id too.
    if (const auto same = graph.find(kind, id)) return same;
    const std::string folded = folded_file_name(id);
    for (const RecordId record : graph.of_kind(kind)) {
        if (folded_file_name(graph[record].id()) == folded) return record;
    }
    return std::nullopt;
}

std::string nearest_free_id(const Graph& graph, KindId kind, std::string_view id) {
    if (const auto numbered = read_numbered(id)) return first_free(graph, kind, *numbered);
    const std::string before = std::string(id) + "-";
    return first_free(graph, kind, {before, 1, 1});
}

std::string id_of_title(std::string_view title) {
    std::string id = likely_id(title);
    while (id.ends_with('.') || id.ends_with('-') || id.ends_with('_')) id.pop_back();
    return id;
}

std::string title_of_id(std::string_view id) {
    // `RISK-013` and `p-07` are no words.
    constexpr std::size_t kShortest = 3;
    const auto numbered = read_numbered(id);
    if (numbered && (numbered->before.size() <= kShortest ||
                     std::ranges::none_of(numbered->before, [](char c) { return c >= 'a' && c <= 'z'; })))
        return std::string(id);
    std::string title(id);
    std::ranges::replace(title, '-', ' ');
    std::ranges::replace(title, '_', ' ');
    const CodePoint first = decode_utf8(title, 0);
    std::string capital;
    append_utf8(capital, capital_letter(first.value));
    return capital + title.substr(first.length);
}

}  // namespace ims
