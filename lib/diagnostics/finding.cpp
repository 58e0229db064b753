#include "diagnostics/finding.h"

#include <algorithm>
#include <tuple>

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

void sort_and_deduplicate(std::vector<Finding>& findings, const RuleBook& rules, const Names& names) {
    const auto key = [&](const Finding& finding) {
        // The rule's name, not its number: the order of the book must not show.
        return std::tuple(finding.span, -static_cast<int>(finding.grade), rules[finding.rule].name);
    };
    // What they say is written out where nothing else tells two apart.
    const auto says = [&](const Finding& finding) { return for_editors(finding.message, names); };
    std::ranges::stable_sort(findings, [&](const Finding& a, const Finding& b) {
        const auto order = key(a) <=> key(b);
        return order == 0 ? says(a) < says(b) : order < 0;
    });
    const auto same = [&](const Finding& a, const Finding& b) { return key(a) == key(b) && says(a) == says(b); };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

}  // namespace ims
