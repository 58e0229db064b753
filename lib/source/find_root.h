// Which folder of records is meant by a path: the one that holds an ims.yaml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "source/file_system.h"
#include "source/git_ignored.h"

namespace ims {

struct Root {
    std::string folder;
    bool below = false;  // there is none at or above the path, and this is the only one below it
};

// The nearest at or above `path`; else the only one below. Not looked for below: what is hidden, what git ignores as
// `ask` tells, and what other programs fill (`node_modules`). An error where there is none or are several.
Result<Root> find_root(const FileSystem& files, const std::string& path, const AskIgnored& ask = {});

// For who has no one to ask which is meant. Both take a path as it is spelt, links and all.
// The nearest at or above a file or folder, which need not be there; none where there is none.
std::optional<std::string> root_above(const FileSystem& files, const std::string& path);
// All at a folder or below it, the outer ones first; those within each other too.
std::vector<std::string> roots_below(const FileSystem& files, const std::string& folder, const AskIgnored& ask = {});

}  // namespace ims
