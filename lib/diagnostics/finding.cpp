#include "diagnostics/finding.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

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

Fix fix_that_writes(Span place, std::string_view text) {
    return {fmt::format("write `{}`", visible(text)), Fix::Safety::unsafe, {{place, std::string(text)}}};
}

void suggest(Finding& finding, std::string_view near) {
    finding.help = did_you_mean(near);
    finding.fix = fix_that_writes(finding.span, near);
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
