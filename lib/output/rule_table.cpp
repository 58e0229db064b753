#include "output/rule_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "output/paint.h"

namespace ims {

std::vector<RuleCount> count_rules(const CheckResult& result) {
    std::map<std::pair<RuleId, Grade>, RuleCount> found;
    for (std::size_t index = 0; index < result.findings.size(); ++index) {
        const Finding& finding = result.finding(index);
        RuleCount& count =
            found.try_emplace({finding.rule, finding.grade}, RuleCount{finding.rule, finding.grade, 0, index})
                .first->second;
        ++count.findings;
    }
    std::vector<RuleCount> counts;
    for (const auto& [key, count] : found) counts.push_back(count);
    std::ranges::sort(counts, {}, [&](const RuleCount& count) {
        return std::tuple(-static_cast<int>(count.grade), -static_cast<std::ptrdiff_t>(count.findings),
                          result.rules()[count.rule].name);
    });
    return counts;
}

std::string rule_table(const RuleBook& book, const std::vector<RuleCount>& counts, std::size_t limit,
                       const Style& style) {
    const Paint paint(style.color);
    // One line more is shorter than a line that says so.
    const std::size_t shown = limit == 0 || counts.size() <= limit + 1 ? counts.size() : limit;
    std::size_t name_width = 4;
    for (std::size_t index = 0; index < shown; ++index)
        name_width = std::max(name_width, book[counts[index].rule].name.size());
    std::string text = fmt::format("{:6}  {:>8}  {:{}}  {}\n", "grade", "findings", "rule", name_width, "what is bad");
    const std::size_t before = 6 + 2 + 8 + 2 + name_width + 2;
    for (std::size_t index = 0; index < shown; ++index) {
        const RuleCount& count = counts[index];
        const RuleEntry& rule = book[count.rule];
        const std::string summary =
            style.columns > before + 1 ? shorten(rule.summary, style.columns - before - 1) : std::string(rule.summary);
        text +=
            fmt::format("{}  {:>8}  {:{}}  {}\n", paint.grade(count.grade, fmt::format("{:6}", to_string(count.grade))),
                        count.findings, rule.name, name_width, summary);
    }
    std::size_t rest = 0;
    for (std::size_t index = shown; index < counts.size(); ++index) rest += counts[index].findings;
    if (rest > 0) text += fmt::format("        {:>8}  of {}\n", rest, counted(counts.size() - shown, "other rule"));
    return text;
}

}  // namespace ims
