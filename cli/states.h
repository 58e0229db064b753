// The states of a folder that a run of `check` looks at: as it is now, or as it is to be committed, and what that is
// compared with.
#pragma once

#include <string>

#include "cli/analysis_options.h"
#include "compare/comparison.h"

namespace ims {

struct StateOptions {
    AnalysisOptions analysis;
    std::string since;    // a revision, kSinceAuto, or empty: none
    bool staged = false;  // what will be committed, instead of what lies on the disk
    bool without_baseline = false;
};

// All of them stay until the process ends.
struct States {
    const Analysis* now = nullptr;           // not null
    const Comparison* comparison = nullptr;  // null where there is nothing to compare with
    std::string compared_with;               // the revision in words; empty: none
};

// Of the folder of ims.yaml at `root`.
Result<States> read_states(const Environment& environment, const StateOptions& options, const std::string& root);

}  // namespace ims
