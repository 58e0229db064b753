// The states of a folder that a run of `check` or `diff` looks at: as it is now, as it is to be committed or as it was,
// and what that is compared with.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/analysis_options.h"
#include "cli/since.h"
#include "compare/comparison.h"
#include "engine/workspace.h"
#include "source/git_tree.h"
#include "source/overlay.h"

namespace ims {

// For who looks at a folder again and again: what was read of it, and what came of that the last time.
struct KeptFolder {
    std::unique_ptr<Workspace> workspace;  // null until it is read
    bool everything = true;                // may have changed since it was read
    std::vector<std::string> changed;      // or else these, as `Workspace::refresh` takes them
    const Analysis* now = nullptr;         // null where nothing could be read
    std::vector<std::unique_ptr<Analysis>> analyses;
    std::unique_ptr<Comparison> comparison;
};
using KeptFolders = std::map<std::string, KeptFolder>;  // by root

struct StateOptions {
    AnalysisOptions analysis;
    std::string since;     // a revision, kSinceAuto, or empty: none
    std::string now;       // a revision instead of what lies on the disk; empty: the disk
    bool staged = false;   // what will be committed, instead of what lies on the disk
    SinceAsked asked;      // how trouble with revisions is told
    bool compared = true;  // else the two states are handed over as they are
    bool without_baseline = false;
    // Of the files on the disk alone: `since` is empty, and `staged` false. Null: each folder is read once.
    KeptFolders* kept = nullptr;
    // Files of the folder of now that are looked at as if they had other bytes than on the disk; null: none.
    const OverlayFileSystem* changed = nullptr;
};

// All of them stay until the process ends, or the next state of a folder that is kept is read.
struct States {
    const Analysis* now = nullptr;           // not null
    const Analysis* before = nullptr;        // at the revision; null where there was nothing, or none is asked for
    const Comparison* comparison = nullptr;  // null where there is nothing to compare with
    std::string compared_with;               // the revision in words; empty: none
    std::string now_says;                    // what is looked at, where that is a revision: likewise
    std::size_t jobs = 1;                    // that were at work
};

// Where the folder at `root` lay at a commit: at its place, or where the one ims.yaml lay that is no longer on the
// disk.
std::optional<std::string> root_at(const GitTree& tree, const FileSystem& disk, const std::string& root);

// Of the folder of ims.yaml at `root`.
Result<States> read_states(const Environment& environment, const StateOptions& options, const std::string& root);

}  // namespace ims
