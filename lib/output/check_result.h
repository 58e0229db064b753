// What one run of `check` tells: the findings that were asked for, how many of what there are, and what causes them.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/analyze.h"
#include "link/graph_names.h"

namespace ims {

struct CheckFilter {
    std::set<RuleId> select;  // empty: all; these are told though they are outside the profile of ims.yaml
    std::set<RuleId> ignore;
    std::vector<std::string> paths;  // files or folders from that of ims.yaml; empty: all, and so is an empty path
};

struct CheckResult {
    const Analysis* analysis = nullptr;
    std::vector<FindingId> findings;      // in the order of places
    std::vector<Cause> causes;            // of these, in the order for people
    std::array<std::size_t, 4> counts{};  // findings by Grade
    std::size_t records = 0;              // in the paths that were asked for, without built-in ones
    std::size_t files = 0;                // likewise
    // Fixed errors that the choice of rules leaves out: not shown, and yet not gone.
    std::size_t hidden_errors = 0;

    [[nodiscard]] const RuleBook& rules() const { return analysis->rules.book(); }
    [[nodiscard]] const Judgement& judgement() const { return analysis->judgement; }
    [[nodiscard]] std::size_t count(Grade grade) const { return counts[static_cast<std::size_t>(grade)]; }
    // As it is told here: at the first of its equal sides that was asked for.
    [[nodiscard]] const Finding& finding(FindingId id) const {
        const auto moved = elsewhere.find(id);
        return moved == elsewhere.end() ? judgement().findings()[id] : moved->second;
    }
    // A message in the voice of all formats of `check`: that for editors.
    [[nodiscard]] std::string words(const Message& message) const { return for_editors(message, analysis->graph); }
    std::map<FindingId, Finding> elsewhere;  // those whose own place was not asked for, but another of their sides
    bool settings_alone = false;             // only ims.yaml was asked for, which needs no records
    // Neither a record nor a finding: most likely the wrong folder.
    [[nodiscard]] bool empty() const {
        return records == 0 && findings.empty() && hidden_errors == 0 && !settings_alone;
    }
    // Whether there is a finding at or above a grade, hidden fixed errors included.
    [[nodiscard]] bool reaches(FailOn grade) const;
};

// All rules have run, whatever is chosen here: a view leaves findings out and changes none.
// Requires: the analysis outlives what is made of it.
CheckResult choose_findings(const Analysis& analysis, const CheckFilter& filter);

}  // namespace ims
