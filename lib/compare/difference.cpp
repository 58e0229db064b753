#include "compare/difference.h"

#include <algorithm>
#include <set>

namespace ims {
namespace {

bool is_come(Novelty novelty) { return novelty == Novelty::fresh || novelty == Novelty::worse; }

// By cause: what follows stands behind it.
std::vector<FindingId> come(const Analysis& now, const Comparison& comparison) {
    const auto shown = [&](FindingId id) { return id.index() < now.findings.size() && is_come(comparison.of(id)); };
    std::vector<FindingId> out;
    std::set<FindingId> told;
    const auto add = [&](const std::vector<FindingId>& findings) {
        for (const FindingId id : findings) {
            if (shown(id) && told.insert(id).second) out.push_back(id);
        }
    };
    for (const Cause& cause : now.judgement.causes(shown)) {
        add(cause.members);
        add(cause.explains);
    }
    // Twins are told by one of them; both are new.
    for (std::size_t index = 0; index < now.findings.size(); ++index) add({FindingId::from(index)});
    return out;
}

void sort_by_grade(const Analysis& analysis, std::vector<FindingId>& findings) {
    std::ranges::stable_sort(findings, std::greater(),
                             [&](FindingId id) { return analysis.judgement.findings()[id].grade; });
}

// What completed it may stand in what cannot be read; what is wrong with the text of a file is known all the same.
bool is_out_of_sight(const FolderDifference& difference, const Finding& finding) {
    const Analysis& before = *difference.before;
    const Analysis& now = *difference.now;
    const bool of_text = before.rules.book()[finding.rule].family == "yaml";
    return (now.graph.broken_files() > 0 && !of_text) ||
           is_newly_ignored(before.sources[finding.span.file].path, before, now);
}

void split_lessened(FolderDifference& difference) {
    const Analysis& now = *difference.now;
    for (const Lessened& each : difference.comparison.lessened()) {
        const RuleEntry& rule = now.rules.book()[now.judgement.findings()[each.now].rule];
        const bool regraded = difference.before->settings.grade(rule) != now.settings.grade(rule);
        (regraded ? difference.regraded : difference.lessened).push_back(each);
    }
}

// Where less is looked at, or weighs less, no cell got better by that.
void doubt_better_cells(FolderDifference& difference) {
    const bool less = std::ranges::any_of(difference.gates, [](const GateChange& each) {
        return each.loosened && each.record == RecordPair() && each.gate != "fail_on" && each.gate != "baseline";
    });
    if (!less && difference.now->graph.broken_files() == 0) return;
    for (CellChange& each : difference.cells) {
        if (each.turn == Turn::better) each.turn = Turn::other;
    }
}

void split_ended(FolderDifference& difference) {
    for (const Ended& each : difference.comparison.ended()) {
        const Finding& finding = difference.before->judgement.findings()[each.then];
        if (each.how != Ended::How::closed) difference.silenced.push_back(each);
        else if (is_out_of_sight(difference, finding)) difference.out_of_sight.push_back(each.then);
        else difference.closed.push_back(each.then);
    }
    sort_by_grade(*difference.before, difference.closed);
    sort_by_grade(*difference.before, difference.out_of_sight);
}

}  // namespace

bool FolderDifference::nothing() const {
    return before != nullptr && changes.all().empty() && come.empty() && closed.empty() && lessened.empty() &&
           regraded.empty() && silenced.empty() && out_of_sight.empty() && cells.empty() && recovery.empty() &&
           gates.empty();
}

FolderDifference find_difference(const Analysis* before, const Analysis& now) {
    FolderDifference out;
    out.before = before;
    out.now = &now;
    out.changes = before != nullptr ? find_changes(*before, now) : all_new(now);
    out.comparison = compare(now, {.before = before, .nothing_before = before == nullptr});
    out.come = come(now, out.comparison);
    const RecordPairs pairs(before, now, out.changes);
    if (before != nullptr) {
        split_ended(out);
        split_lessened(out);
        out.cells = find_cell_changes(*before, now, pairs);
        out.recovery = find_recovery_changes(*before, now, pairs);
        out.gates = find_gate_changes(*before, now, out.changes, pairs, out.said);
        doubt_better_cells(out);
    }
    out.concerned =
        find_concerned(before, now, {out.changes, out.comparison, out.cells, out.recovery, out.gates, pairs});
    return out;
}

}  // namespace ims
