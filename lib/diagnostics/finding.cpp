#include "diagnostics/finding.h"

#include <algorithm>
#include <tuple>

namespace ims {

void sort_and_deduplicate(std::vector<Finding>& findings) {
    const auto key = [](const Finding& finding) {
        // The rule's name, not its number: the order of rules.def must not show.
        return std::tuple(finding.span, -static_cast<int>(finding.grade), entry(finding.rule).name,
                          std::string_view(finding.message));
    };
    std::ranges::stable_sort(findings, [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
    const auto same = [&](const Finding& a, const Finding& b) { return key(a) == key(b); };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

}  // namespace ims
