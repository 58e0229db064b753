// The options of every command that reads a folder of records, and reading it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "engine/analyze.h"

namespace ims {

struct AnalysisOptions {
    std::string today;     // as given; empty: the environment's
    std::size_t jobs = 0;  // 0: as many as there are processors
    std::string schemas;
    bool quiet = false;
    bool verbose = false;
    Stats* stats = nullptr;  // for the one command that is asked for it
};

// --today, --jobs, --schemas, -q, -v.
void add_analysis_options(CommandLine& line, AnalysisOptions& options);

// Analyses the folder of ims.yaml at `root`; shows progress and hints on stderr. `standards`: those whose catalogues
// are wanted though the folder may not name them. It stays until the process ends, and is not null.
Result<const Analysis*> analyze_folder(const Environment& environment, const AnalysisOptions& options,
                                       const std::string& root, const std::vector<std::string>& standards = {});

}  // namespace ims
