// The one function that calls the stages in order: a state of a folder in, an Analysis out.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "assess/facts/facts.h"
#include "base/stop.h"
#include "check/rule_set.h"
#include "diagnostics/stats.h"
#include "engine/snapshot.h"
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
    std::vector<Arena> said;        // where the messages stand of what was found since the files were read
    std::vector<Finding> findings;  // what is told, sorted, each once
    std::vector<Finding> untold;    // likewise: accepted, or of rules that are turned off or outside the profile
    Judgement judgement;            // what all of them come to
    std::shared_ptr<const Baseline> baseline;  // as of the Snapshot
    std::optional<Error> baseline_trouble;     // likewise
    std::vector<std::string> hints;            // for stderr: what was left out, and why
    [[nodiscard]] std::size_t record_count() const { return graph.all().size(); }
};

// Pure: depends on what is handed over, and changes nothing of it, so that two may run at once. `rules` are those whose
// names the state was read with. Null where it was stopped.
std::unique_ptr<Analysis> analyze(const Snapshot& state, const RuleSet& rules, const AnalyzeOptions& options);

}  // namespace ims
