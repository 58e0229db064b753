// The options of every command that reads a folder of records, and reading it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "engine/analyze_folder.h"

namespace ims {

struct AnalysisOptions {
    std::string today;     // as given; empty: the environment's
    std::size_t jobs = 0;  // 0: as many as there are processors
    std::string schemas;
    bool quiet = false;
    bool verbose = false;
    Stats* stats = nullptr;  // for the one command that is asked for it
};

// How many processors to use; at least 1.
std::size_t jobs_of(const AnalysisOptions& options);

// 2026-02-30 is, though there is no such day; 1.12.2026 and `tomorrow` are not.
bool is_written_as_day(std::string_view text);

// --today, --jobs, --schemas, -q, -v.
void add_analysis_options(CommandLine& line, AnalysisOptions& options);

// A line for those who wait at a terminal, gone when the work is done.
class Progress {
public:
    // It says nothing where it is not wanted, there is no terminal, or the work is done within half a second.
    Progress(const Environment& environment, bool wanted, std::string text);

private:
    std::jthread thread_;
};

// What the options ask of the reading of the folder at `root`.
Result<FolderOptions> folder_options(const Environment& environment, const AnalysisOptions& options,
                                     const std::string& root);

// Hints on stderr, and what was read where that is asked for.
void tell_analysis(const Environment& environment, const AnalysisOptions& options, const Analysis& analysis, Date today,
                   std::size_t jobs);

// Until the process ends. Not null.
const Analysis* keep_to_the_end(std::unique_ptr<Analysis> analysis);

// Analyses the folder of ims.yaml at `root`; shows progress and hints on stderr. `standards`: those whose catalogues
// are wanted though the folder may not name them. It stays until the process ends, and is not null.
Result<const Analysis*> analyze_folder(const Environment& environment, const AnalysisOptions& options,
                                       const std::string& root, const std::vector<std::string>& standards = {});

}  // namespace ims
