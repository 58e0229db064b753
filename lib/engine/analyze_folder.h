// A folder as it stands, once: all that most runs need.
#pragma once

#include <memory>

#include "engine/analyze.h"
#include "engine/workspace.h"

namespace ims {

struct FolderOptions : ReadOptions {
    Date today;
};

// Reads the folder and analyzes its state. An error as of Workspace::read.
Result<std::unique_ptr<Analysis>> analyze_folder(const FileSystem& files, const RuleSet& rules,
                                                 const FolderOptions& options);

}  // namespace ims
