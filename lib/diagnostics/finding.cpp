#include "diagnostics/finding.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/nearest.h"
#include "base/text.h"
#include "diagnostics/rule_book.h"

namespace ims {

Finding& add_error(std::vector<Finding>& findings, RuleId rule, Span place, std::string message, std::string help) {
    Finding& finding = findings.emplace_back();
    finding.rule = rule;
    finding.grade = Grade::error;
    finding.span = place;
    finding.message = std::move(message);
    finding.help = std::move(help);
    return finding;
}

void place_in(Finding& finding, FileId file) {
    finding.span.file = file;
    for (Label& label : finding.labels) label.span.file = file;
    if (!finding.fix) return;
    for (Operation& operation : finding.fix->operations) place_of(operation).file = file;
}

Fix fix_that_writes(Span place, std::string_view text) {
    return {fmt::format("write `{}`", visible(text)), Fix::Safety::unsafe, {ReplaceValue{place, std::string(text)}}};
}

Fix fix_that_dates(Span place, std::string_view day) {
    Fix fix = fix_that_writes(place, day);
    fix.operations = {ReplaceValue{place, std::string(day), true}};
    return fix;
}

Fix fix_of_part(Span place, std::string_view whole, std::string_view was, std::string_view text) {
    const auto begin = static_cast<std::size_t>(was.data() - whole.data());
    IMS_ASSERT(!was.empty() && begin <= whole.size() && was.size() <= whole.size() - begin,
               "it is a part of the whole");
    std::string mended(whole);
    mended.replace(begin, was.size(), text);
    Fix fix = fix_that_writes(place, mended);
    // Only what stands there once tells which part is meant.
    if (whole.find(was) == begin && whole.find(was, begin + 1) == std::string_view::npos)
        fix.operations = {ReplaceText{place, std::string(was), std::string(text)}};
    return fix;
}

void suggest(Finding& finding, std::string_view near) { suggest(finding, near, finding.span); }

void suggest(Finding& finding, std::string_view near, Span place) {
    finding.help = did_you_mean(near);
    finding.fix = fix_that_writes(place, near);
}

void sort_and_deduplicate(std::vector<Finding>& findings, const RuleBook& rules) {
    const auto key = [&](const Finding& finding) {
        // The rule's name, not its number: the order of the book must not show.
        return std::tuple(finding.span, -static_cast<int>(finding.grade), rules[finding.rule].name,
                          std::string_view(finding.message));
    };
    std::ranges::stable_sort(findings, [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
    const auto same = [&](const Finding& a, const Finding& b) { return key(a) == key(b); };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

}  // namespace ims
