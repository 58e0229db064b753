// The one function that calls the stages in order: a state of a folder in, an Analysis out.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "assess/facts/facts.h"
#include "assess/failures/failures.h"
#include "assess/overview/due_dates.h"
#include "assess/overview/handovers.h"
#include "assess/overview/open_actions.h"
#include "base/once.h"
#include "base/parallel.h"
#include "base/stop.h"
#include "check/rule_set.h"
#include "diagnostics/stats.h"
#include "engine/snapshot.h"
#include "judge/cells.h"
#include "judge/judgement.h"
#include "link/graph.h"

namespace ims {

struct AnalyzeOptions {
    Date today;
    std::size_t jobs = 1;
    Stop stop = {};          // asked between the stages, and for each slice of their work
    Stats* stats = nullptr;  // where it is told what took how long; null: nobody wants to know
};

// Everything that was found. Its parts point to each other: it stays where it was made. What was read is shared with
// the Snapshot and its other analyses, and stays alive with it.
struct Analysis {
    Analysis(RuleSet with, const Snapshot& state, Graph linked);
    Analysis(const Analysis&) = delete;
    Analysis& operator=(const Analysis&) = delete;

    RuleSet rules;
    std::string root;
    std::shared_ptr<const Schema> shared_schema;
    const Schema& schema;
    Graph graph;
    const SourceMap& sources;  // of the graph
    const Settings& settings;  // likewise
    Facts facts;
    std::vector<Arena> said;            // where the messages stand of what was found since the files were read
    std::vector<Finding> findings;      // what is told, sorted, each once
    std::vector<Finding> untold;        // likewise: accepted, or of rules that are turned off or outside the profile
    std::vector<Finding> before_rules;  // what reading and linking found, neither graded nor accepted yet
    Judgement judgement;                // what all of them come to
    std::shared_ptr<const Baseline> baseline;  // as of the Snapshot
    std::optional<Error> baseline_trouble;     // likewise
    std::vector<std::string> hints;            // for stderr: what was left out, and why
    [[nodiscard]] std::size_t record_count() const { return graph.all().size(); }

    // What several reports tell of the whole folder: each found once, when the first of them asks, so that many reports
    // take no longer for it than one. From several threads at once too.
    [[nodiscard]] const std::vector<DueDate>& due_dates() const;
    [[nodiscard]] const std::vector<OpenAction>& open_actions() const;
    [[nodiscard]] const std::vector<DutyToNotify>& duties_to_notify() const;
    // The plans that give a role or person something to do (`plans_by_who`).
    [[nodiscard]] std::span<const RecordId> plans_of(RecordId who) const;
    [[nodiscard]] const Failures& failures() const;
    [[nodiscard]] const Handovers& handovers() const;
    [[nodiscard]] const std::vector<Cause>& causes() const;  // of all that is told
    [[nodiscard]] const Matrix& matrix() const;
    // The cells of a process by discipline, a row of it. Requires: a process in force.
    [[nodiscard]] const std::vector<Cell>& cells_of(RecordId process) const;
    // What is told, the worst first: by grade, then what lies between disciplines, then in the order of the rules.
    [[nodiscard]] const std::vector<FindingId>& worst_first() const;
    LineStarts lines;

private:
    struct Dates {
        Arena said;
        std::vector<DueDate> dates;
    };
    Once<Dates> dates_;
    Once<std::vector<OpenAction>> actions_;
    Once<std::vector<DutyToNotify>> duties_;
    Once<std::map<RecordId, std::vector<RecordId>>> plans_;
    Once<Failures> failures_;
    Once<Handovers> handovers_;
    Once<std::vector<Cause>> causes_;
    Once<Matrix> matrix_;
    Once<std::vector<FindingId>> worst_first_;
};

// What is found on another day in what an analysis was made of: its records, references and all that was looked up.
struct FoundOnDay {
    std::vector<Finding> told;  // sorted, each once, as `Analysis` has them
    std::vector<Finding> untold;
    std::vector<Arena> said;  // where their messages stand; they name records of the analysis, which outlives it
};
// The findings that `analyze` would come to on that day, of `baseline-unused` apart, which no day changes. Throws
// Stopped where it was stopped.
FoundOnDay find_on_day(const Analysis& analysis, Date day, const Jobs& jobs);

// Pure: depends on what is handed over, and changes nothing of it, so that two may run at once. `rules` are those whose
// names the state was read with. Null where it was stopped.
std::unique_ptr<Analysis> analyze(const Snapshot& state, const RuleSet& rules, const AnalyzeOptions& options);

}  // namespace ims
