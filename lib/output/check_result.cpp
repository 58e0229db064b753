#include "output/check_result.h"

#include <algorithm>

#include "base/text.h"
#include "check/run.h"

namespace ims {
namespace {

bool lies_in(std::string_view path, std::string_view folder) {
    if (folder.empty() || path == folder) return true;
    return path.starts_with(folder) && path[folder.size()] == '/';
}

// Which files were asked for, by FileId.
std::vector<bool> wanted_files(const SourceMap& sources, const std::vector<std::string>& paths) {
    std::vector<bool> wanted(sources.size(), paths.empty());
    for (std::size_t index = 0; index < wanted.size() && !paths.empty(); ++index) {
        const std::string& path = sources[FileId::from(index)].path;
        wanted[index] = std::ranges::any_of(paths, [&](const std::string& each) { return lies_in(path, each); });
    }
    return wanted;
}

// Which rules tell what they find, by RuleId: neither ims.yaml, nor its profile, nor the choice leaves them out.
std::vector<bool> chosen_rules(const Analysis& analysis, const CheckFilter& filter) {
    const RuleBook& book = analysis.rules.book();
    std::vector<bool> chosen(book.entries().size());
    for (const RuleEntry& each : book.entries()) {
        const bool asked = filter.select.contains(each.id);
        const Silence silence = silence_of(each, book, analysis.settings);
        const bool told = silence == Silence::none || (silence == Silence::outside && asked);
        chosen[static_cast<std::size_t>(each.id)] =
            told && (filter.select.empty() || asked) && !filter.ignore.contains(each.id);
    }
    return chosen;
}

// The first of its equal sides that was asked for, where its own place was not.
const Side* side_inside(const Finding& finding, const std::vector<bool>& wanted) {
    const auto found =
        std::ranges::find_if(finding.sides, [&](const Side& side) { return wanted[side.span.file.index()]; });
    return found == finding.sides.end() ? nullptr : &*found;
}

// The same, told at another of its sides: its own place becomes one of those that it points at.
Finding told_at(const Side& side, Finding finding, const Graph& graph) {
    std::erase_if(finding.labels, [&](const Label& label) { return label.span == side.span; });
    finding.labels.insert(finding.labels.begin(), Label{finding.span, finding.says_here});
    finding.span = side.span;
    if (side.record.known()) {
        finding.on = side.record;
        finding.record = graph[side.record].name();
    }
    return finding;
}

}  // namespace

std::string CheckResult::news(FindingId id) const {
    if (comparison == nullptr) return {};
    if (comparison->of(id) == Novelty::due) return "came due since the baseline was written";
    if (comparison->why(id).empty()) return {};
    const std::string why = visible(words(comparison->why(id)));
    return comparison->of(id) == Novelty::worse ? "worse: " + why : "new because " + why;
}

std::string CheckResult::said(FindingId id) const {
    const std::string opening = news(id);
    const std::string message = words(finding(id).message);
    return opening.empty() ? message : opening + ": " + message;
}

namespace {

// Whether there is a count at or above a grade.
bool reach(const std::array<std::size_t, 4>& counts, FailOn grade) {
    const auto any = [&](Grade each) { return counts[static_cast<std::size_t>(each)] > 0; };
    switch (grade) {
        case FailOn::never: return false;
        case FailOn::low:
            if (any(Grade::low)) return true;
            [[fallthrough]];
        case FailOn::medium:
            if (any(Grade::medium)) return true;
            [[fallthrough]];
        case FailOn::high:
            if (any(Grade::high)) return true;
            [[fallthrough]];
        case FailOn::error: break;
    }
    return any(Grade::error);
}

}  // namespace

bool CheckResult::reaches(FailOn grade) const {
    return reach(counts, grade) || (grade != FailOn::never && hidden_errors > 0);
}

CheckResult choose_findings(const Analysis& analysis, const CheckFilter& filter, const Comparison* comparison) {
    CheckResult result;
    result.analysis = &analysis;
    result.comparison = comparison;
    result.settings_alone = filter.paths == std::vector<std::string>{"ims.yaml"};
    result.chosen = chosen_rules(analysis, filter);
    result.inside = wanted_files(analysis.sources, filter.paths);
    const std::vector<bool>& wanted = result.inside;
    const FindingList& all = analysis.judgement.findings();
    for (std::size_t index = 0; index < all.size(); ++index) {
        const FindingId id = FindingId::from(index);
        const Finding& finding = all[id];
        const bool asked = filter.select.contains(finding.rule);
        if (finding.silence != Silence::none && !(finding.silence == Silence::outside && asked)) continue;
        const bool chosen = (filter.select.empty() || asked) && !filter.ignore.contains(finding.rule);
        if (chosen) result.whole.push_back(id);
        const Side* const side = wanted[finding.span.file.index()] ? nullptr : side_inside(finding, wanted);
        if (side == nullptr && !wanted[finding.span.file.index()]) continue;
        if (side != nullptr) result.elsewhere.emplace(id, told_at(*side, finding, analysis.graph));
        const Novelty novelty = result.novelty(id);
        const auto grade = static_cast<std::size_t>(finding.grade);
        if (!chosen) {
            const bool fixed = result.rules()[finding.rule].fixedness == Fixedness::fixed;
            if (finding.grade == Grade::error && fixed && novelty != Novelty::known) ++result.hidden_errors;
            continue;
        }
        result.listed.push_back(id);
        if (novelty == Novelty::due && !filter.due_is_told) {
            result.due.push_back(id);
        } else if (novelty != Novelty::known) {
            result.findings.push_back(id);
            ++result.counts[grade];
        }
    }
    std::vector<bool> shown(all.size());
    for (const FindingId id : result.findings) shown[id.index()] = true;
    result.causes = analysis.judgement.causes([&](FindingId id) { return shown[id.index()]; });
    // Those outside the profile come last in the list of all.
    for (std::vector<FindingId>* ids : {&result.findings, &result.due, &result.listed})
        std::ranges::stable_sort(*ids, {}, [&](FindingId id) { return result.finding(id).span; });
    // However paths narrow the rest, this is told at its own places.
    std::ranges::stable_sort(result.whole, {}, [&](FindingId id) { return all[id].span; });
    for (const RecordId record : analysis.graph.all()) {
        const FileId file = analysis.graph.record(record).file;
        if (wanted[file.index()]) ++result.records;
    }
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        if (wanted[index] && !analysis.sources.is_built_in(FileId::from(index))) ++result.files;
    }
    return result;
}

}  // namespace ims
