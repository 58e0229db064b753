#include "output/check_result.h"

#include <algorithm>

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

bool CheckResult::reaches(FailOn grade) const {
    switch (grade) {
        case FailOn::never: return false;
        case FailOn::low:
            if (count(Grade::low) > 0) return true;
            [[fallthrough]];
        case FailOn::medium:
            if (count(Grade::medium) > 0) return true;
            [[fallthrough]];
        case FailOn::high:
            if (count(Grade::high) > 0) return true;
            [[fallthrough]];
        case FailOn::error: break;
    }
    return count(Grade::error) > 0 || hidden_errors > 0;
}

CheckResult choose_findings(const Analysis& analysis, const CheckFilter& filter) {
    CheckResult result;
    result.analysis = &analysis;
    result.settings_alone = filter.paths == std::vector<std::string>{"ims.yaml"};
    const std::vector<bool> wanted = wanted_files(analysis.sources, filter.paths);
    const FindingList& all = analysis.judgement.findings();
    for (std::size_t index = 0; index < all.size(); ++index) {
        const FindingId id = FindingId::from(index);
        const Finding& finding = all[id];
        const bool asked = filter.select.contains(finding.rule);
        if (finding.silence != Silence::none && !(finding.silence == Silence::outside && asked)) continue;
        const Side* const side = wanted[finding.span.file.index()] ? nullptr : side_inside(finding, wanted);
        if (side == nullptr && !wanted[finding.span.file.index()]) continue;
        if (side != nullptr) result.elsewhere.emplace(id, told_at(*side, finding, analysis.graph));
        if ((filter.select.empty() || asked) && !filter.ignore.contains(finding.rule)) {
            result.findings.push_back(id);
            ++result.counts[static_cast<std::size_t>(finding.grade)];
        } else if (finding.grade == Grade::error && result.rules()[finding.rule].fixedness == Fixedness::fixed) {
            ++result.hidden_errors;
        }
    }
    std::vector<bool> shown(all.size());
    for (const FindingId id : result.findings) shown[id.index()] = true;
    result.causes = analysis.judgement.causes([&](FindingId id) { return shown[id.index()]; });
    // Those outside the profile come last in the list of all.
    std::ranges::stable_sort(result.findings, {}, [&](FindingId id) { return result.finding(id).span; });
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
