// The one function that calls the stages in order: a folder in, an Analysis out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "assess/facts/facts.h"
#include "base/result.h"
#include "check/rule_set.h"
#include "diagnostics/stats.h"
#include "judge/judgement.h"
#include "link/graph.h"
#include "source/file_system.h"

namespace ims {

struct AnalyzeOptions {
    std::string root;  // the folder that holds ims.yaml
    Date today;
    std::size_t jobs = 1;
    std::string schema_folder;  // instead of the built-in schemas and catalogues; empty: those
    // Standards whose built-in catalogues are wanted though nothing in the folder may name them, by their ids.
    std::vector<std::string> standards;
    std::uint64_t alias_values = 1'000'000;  // that the aliases of all files may add, once they are written out
    std::string git;         // the command that `review.history` asks; empty: none, as where the folder is in memory
    Stats* stats = nullptr;  // where it is told what took how long; null: nobody wants to know
};

// Everything that was read and found. Its parts point to each other: it stays where it was made.
struct Analysis {
    explicit Analysis(RuleSet with) : rules(std::move(with)) {}
    Analysis(const Analysis&) = delete;
    Analysis& operator=(const Analysis&) = delete;

    RuleSet rules;
    std::string root;
    Schema schema;
    SourceMap sources;
    std::vector<YamlTree> trees;  // by FileId
    Settings settings;
    Graph graph;
    Facts facts;
    std::vector<Finding> findings;   // what is told, sorted, each once
    std::vector<Finding> untold;     // likewise: accepted, or of rules that are turned off or outside the profile
    Judgement judgement;             // what all of them come to
    std::vector<std::string> hints;  // for stderr: what was left out, and why
    [[nodiscard]] std::size_t record_count() const { return graph.all().size(); }
};

// An error only where the world is wrong: no folder, an ims.yaml that cannot be read or is not YAML, a bad schema.
Result<std::unique_ptr<Analysis>> analyze(const FileSystem& files, const RuleSet& rules, const AnalyzeOptions& options);

// The schema of a folder: the built-in kinds, or those of `schema_folder`, with what <root>/schemas adds.
Result<Schema> load_schema(const FileSystem& files, const std::string& root, const std::vector<std::string>& own,
                           const std::string& schema_folder);

}  // namespace ims
