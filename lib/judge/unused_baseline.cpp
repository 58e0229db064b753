#include "judge/unused_baseline.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "diagnostics/rules.h"
#include "judge/fingerprint.h"
#include "settings/settings.h"

namespace ims {
namespace {

constexpr std::size_t kMostNamed = 5;

bool is_enough(const BaselineLine& line, const BaselineLine& found) {
    return is_no_worse(found.grade, found.disciplines, line.grade, line.disciplines);
}

// Another line holds the finding back, and is no looser; of two that say the same of it the first is used.
bool is_needless(const BaselineLine& line, const BaselineLine& found, std::span<const BaselineLine> same) {
    if (!is_enough(line, found)) return false;
    return std::ranges::any_of(same, [&](const BaselineLine& other) {
        return &other != &line && is_enough(other, found) && other.grade <= line.grade &&
               std::ranges::includes(line.disciplines, other.disciplines);
    });
}

}  // namespace

std::vector<BaselineLine> unused_lines(const Baseline& baseline, const FindingList& told, const RuleBook& rules,
                                       const SourceMap& sources) {
    const std::vector<std::string> known_as = fingerprints(told, rules, sources);
    std::unordered_map<std::string_view, BaselineLine> found;
    for (std::size_t index = 0; index < told.told(); ++index) {
        const Finding& finding = told[FindingId::from(index)];
        if (!may_be_held(finding, rules)) continue;
        found.emplace(known_as[index], baseline_line(finding, known_as[index], rules, sources));
    }
    std::vector<BaselineLine> unused;
    for (const BaselineLine& line : baseline.lines) {
        const auto finding = found.find(line.fingerprint);
        if (finding == found.end() || is_needless(line, finding->second, baseline.of(line.fingerprint)))
            unused.push_back(line);
    }
    std::ranges::sort(unused, {}, &BaselineLine::number);
    return unused;
}

std::optional<Finding> find_unused_baseline(const Baseline& baseline, const FindingList& told, const Graph& graph,
                                            const RuleBook& rules, Arena& arena) {
    const Settings& settings = graph.settings();
    if (!settings.strict_baseline || graph.broken_files() > 0) return std::nullopt;
    const std::vector<BaselineLine> unused = unused_lines(baseline, told, rules, graph.sources());
    if (unused.empty()) return std::nullopt;
    Finding finding;
    finding.rule = RuleId::baseline_unused;
    finding.grade = rules[finding.rule].grade;
    finding.span = *settings.strict_baseline;
    finding.span.file = settings.file;
    finding.field = "check.baseline";
    finding.message =
        make_message(arena, "{0} {0:line|lines} of the baseline {0:holds|hold} nothing back any more", unused.size());
    for (std::size_t index = 0; index < unused.size() && index < kMostNamed; ++index) {
        const BaselineLine& line = unused[index];
        finding.notes.push_back(make_message(arena, "line {} is for {} on {}", line.number,
                                             quoted(std::string_view(line.rule)),
                                             quoted(std::string_view(line.where))));
    }
    if (unused.size() > kMostNamed)
        finding.notes.push_back(make_message(arena, "{} more are like these", unused.size() - kMostNamed));
    finding.help = "[[take them out: `ims baseline prune`|take them out of the baseline]]";
    return finding;
}

}  // namespace ims
