#include "diagnostics/finding.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "diagnostics/rule_book.h"
#include "diagnostics/voice.h"

namespace ims {

Finding& add_error(std::vector<Finding>& findings, RuleId rule, Span place, Message message, Message help) {
    Finding& finding = findings.emplace_back();
    finding.rule = rule;
    finding.grade = Grade::error;
    finding.span = place;
    finding.message = message;
    finding.help = help;
    return finding;
}

void place_in(Finding& finding, FileId file) {
    finding.span.file = file;
    for (Label& label : finding.labels) label.span.file = file;
    if (!finding.fix) return;
    for (Operation& operation : finding.fix->operations) place_of(operation).file = file;
}

Fix fix_that_writes(Span place, std::string_view text, Arena& arena) {
    return {
        make_message(arena, "write {}", quoted(text)), Fix::Safety::unsafe, {ReplaceValue{place, std::string(text)}}};
}

Fix fix_that_dates(Span place, std::string_view day, Arena& arena) {
    Fix fix = fix_that_writes(place, day, arena);
    fix.operations = {ReplaceValue{place, std::string(day), true}};
    return fix;
}

Fix fix_of_part(Span place, std::string_view whole, std::string_view was, std::string_view text, Arena& arena) {
    const auto begin = static_cast<std::size_t>(was.data() - whole.data());
    IMS_ASSERT(!was.empty() && begin <= whole.size() && was.size() <= whole.size() - begin,
               "it is a part of the whole");
    std::string mended(whole);
    mended.replace(begin, was.size(), text);
    Fix fix = fix_that_writes(place, mended, arena);
    // Only what stands there once tells which part is meant.
    if (whole.find(was) == begin && whole.find(was, begin + 1) == std::string_view::npos)
        fix.operations = {ReplaceText{place, std::string(was), std::string(text)}};
    return fix;
}

void suggest(Finding& finding, std::string_view near, Arena& arena) { suggest(finding, near, finding.span, arena); }

void suggest(Finding& finding, std::string_view near, Span place, Arena& arena) {
    finding.help = make_message(arena, "did you mean {}?", quoted(near));
    finding.fix = fix_that_writes(place, near, arena);
}

namespace {

// What decides the order of a finding, small, so that findings themselves move once.
struct SortKey {
    Span place;
    int grade;           // the worst first
    std::uint32_t rule;  // the place of its name among all names: the order of the book must not show
    std::uint32_t finding;

    [[nodiscard]] auto order() const { return std::tie(place, grade, rule); }
};

// By RuleId.
std::vector<std::uint32_t> places_of_names(const RuleBook& rules) {
    std::vector<std::uint32_t> by_name(rules.entries().size());
    std::iota(by_name.begin(), by_name.end(), 0);
    const auto name = [&](std::uint32_t rule) { return rules.entries()[rule].name; };
    std::ranges::sort(by_name, {}, name);
    std::vector<std::uint32_t> places(by_name.size());
    for (std::uint32_t place = 0; place < by_name.size(); ++place) places[by_name[place]] = place;
    return places;
}

// Moves each to the place at which `order` names it, going round each circle of places once.
void put_in_order(std::vector<Finding>& findings, std::vector<std::uint32_t> order) {
    for (std::uint32_t first = 0; first < order.size(); ++first) {
        if (order[first] == first) continue;
        Finding held = std::move(findings[first]);
        std::uint32_t place = first;
        for (std::uint32_t from = order[place]; from != first; from = order[place]) {
            findings[place] = std::move(findings[from]);
            order[place] = place;
            place = from;
        }
        findings[place] = std::move(held);
        order[place] = place;
    }
}

}  // namespace

void sort_and_deduplicate(std::vector<Finding>& findings, const RuleBook& rules, const Names& names) {
    const std::vector<std::uint32_t> places = places_of_names(rules);
    std::vector<SortKey> keys;
    keys.reserve(findings.size());
    for (const Finding& each : findings) {
        keys.push_back({each.span, -static_cast<int>(each.grade), places[static_cast<std::size_t>(each.rule)],
                        static_cast<std::uint32_t>(keys.size())});
    }
    // What they say is written out where nothing else tells two apart.
    const auto says = [&](const SortKey& key) { return for_editors(findings[key.finding].message, names); };
    std::ranges::sort(keys, [&](const SortKey& a, const SortKey& b) {
        if (const auto order = a.order() <=> b.order(); order != 0) return order < 0;
        if (a.finding == b.finding) return false;
        const int said = says(a).compare(says(b));
        return said == 0 ? a.finding < b.finding : said < 0;
    });
    const auto same = [&](const SortKey& a, const SortKey& b) { return a.order() == b.order() && says(a) == says(b); };
    // Those that are said already go to the end, and from there.
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> again;
    order.reserve(keys.size());
    const SortKey* last = nullptr;
    for (const SortKey& key : keys) {
        if (last != nullptr && same(*last, key)) {
            again.push_back(key.finding);
        } else {
            order.push_back(key.finding);
            last = &key;
        }
    }
    const std::size_t count = order.size();
    order.insert(order.end(), again.begin(), again.end());
    put_in_order(findings, std::move(order));
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(count), findings.end());
}

}  // namespace ims
