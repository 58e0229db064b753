// What one run of `check` tells: the findings that were asked for, how many of what there are, and what causes them.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "engine/analyze.h"
#include "link/graph_names.h"

namespace ims {

struct CheckFilter {
    std::set<RuleId> select;  // empty: all; these are told though they are outside the profile of ims.yaml
    std::set<RuleId> ignore;
    bool due_is_told = false;        // what came due is told like what is new, and counts like it
    std::vector<std::string> paths;  // files or folders from that of ims.yaml; empty: all, and so is an empty path
};

struct CheckResult {
    const Analysis* analysis = nullptr;
    const Comparison* comparison = nullptr;  // with what was known before; null: all counts as new
    // All in the order of places.
    std::vector<FindingId> findings;  // what people are told: new or worse, and inside the paths that were asked for
    std::vector<FindingId> due;       // inside the paths: here only because days have passed
    std::vector<FindingId> listed;    // inside the paths: these two, and what is known
    std::vector<FindingId> whole;     // of all paths and however old: for hosts that take each list as the whole state
    std::vector<Cause> causes;        // of these, in the order for people
    std::array<std::size_t, 4> counts{};  // `findings` by Grade
    std::size_t records = 0;              // in the paths that were asked for, without built-in ones
    std::size_t files = 0;                // likewise
    // Fixed errors that the choice of rules leaves out: not shown, and yet not gone. Not those that were there before.
    std::size_t hidden_errors = 0;

    [[nodiscard]] Novelty novelty(FindingId id) const {
        return comparison == nullptr ? Novelty::fresh : comparison->of(id);
    }
    // "new because control `sealed-terminal` is gone", "worse: it was medium"; empty where nothing is compared, or
    // nothing tells why. One line, safe to print.
    [[nodiscard]] std::string news(FindingId id) const;
    // The message of a finding with its news before it: what is shown where a host shows one text a finding.
    [[nodiscard]] std::string said(FindingId id) const;
    [[nodiscard]] const RuleBook& rules() const { return analysis->rules.book(); }
    [[nodiscard]] const Judgement& judgement() const { return analysis->judgement; }
    [[nodiscard]] std::size_t count(Grade grade) const { return counts[static_cast<std::size_t>(grade)]; }
    // How many inside the paths were known before.
    [[nodiscard]] std::size_t known() const { return listed.size() - findings.size() - due.size(); }
    // As it is told here: at the first of its equal sides that was asked for.
    [[nodiscard]] const Finding& finding(FindingId id) const {
        const auto moved = elsewhere.find(id);
        return moved == elsewhere.end() ? judgement().findings()[id] : moved->second;
    }
    // A message in the voice of all formats of `check`: that for editors.
    [[nodiscard]] std::string words(const Message& message) const { return for_editors(message, analysis->graph); }
    std::map<FindingId, Finding> elsewhere;  // those whose own place was not asked for, but another of their sides
    std::vector<bool> chosen;                // by RuleId: whether what it finds is told
    std::vector<bool> inside;                // by FileId: whether it was asked for
    bool settings_alone = false;             // only ims.yaml was asked for, which needs no records
    // Neither a record nor a finding: most likely the wrong folder.
    [[nodiscard]] bool empty() const { return records == 0 && listed.empty() && hidden_errors == 0 && !settings_alone; }
    // Whether there is a finding at or above a grade, hidden fixed errors included.
    [[nodiscard]] bool reaches(FailOn grade) const;
};

// All rules have run, whatever is chosen here: a view leaves findings out and changes none.
// Requires: the analysis and the comparison outlive what is made of them.
CheckResult choose_findings(const Analysis& analysis, const CheckFilter& filter,
                            const Comparison* comparison = nullptr);

}  // namespace ims
