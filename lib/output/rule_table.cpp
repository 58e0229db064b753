#include "output/rule_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "base/text.h"
#include "diagnostics/voice.h"
#include "output/paint.h"

namespace ims {

std::vector<RuleCount> count_rules(const CheckResult& result) {
    std::vector<RuleCount> counts;
    std::map<std::pair<RuleId, Grade>, std::size_t> places;
    for (std::size_t index = 0; index < result.causes.size(); ++index) {
        const Cause& cause = result.causes[index];
        const RuleId rule = result.finding(cause.first()).rule;
        const auto [known, is_new] = places.try_emplace({rule, cause.grade}, counts.size());
        if (is_new) counts.push_back({rule, cause.grade, 0, 0, index});
        RuleCount& count = counts[known->second];
        ++count.causes;
        count.findings += (cause.accepted ? 0 : cause.members.size()) + cause.explains.size();
    }
    // What cannot be read comes first among causes, file by file, whatever its rule; here by grade like all.
    std::ranges::stable_sort(counts, std::greater(), &RuleCount::grade);
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
    std::string text = fmt::format("{:6}  {:>6}  {:>8}  {:{}}  {}\n", "grade", "causes", "findings", "rule", name_width,
                                   "what is bad");
    const std::size_t before = 6 + 2 + 6 + 2 + 8 + 2 + name_width + 2;
    for (std::size_t index = 0; index < shown; ++index) {
        const RuleCount& count = counts[index];
        const RuleEntry& rule = book[count.rule];
        const std::string says = for_editors(rule.summary);
        const std::string summary = style.columns > before + 1 ? shorten(says, style.columns - before - 1) : says;
        text += fmt::format("{}  {:>6}  {:>8}  {:{}}  {}\n",
                            paint.grade(count.grade, fmt::format("{:6}", to_string(count.grade))), count.causes,
                            count.findings, rule.name, name_width, summary);
    }
    std::size_t causes = 0;
    std::size_t findings = 0;
    for (std::size_t index = shown; index < counts.size(); ++index) {
        causes += counts[index].causes;
        findings += counts[index].findings;
    }
    if (causes > 0)
        text += fmt::format("        {:>6}  {:>8}  of {}\n", causes, findings,
                            counted(counts.size() - shown, "other rule"));
    return text;
}

}  // namespace ims
