// What the paths on a command line mean: which ims.yaml they belong to, and which part of its folder.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "source/file_system.h"

namespace ims {

struct Place {
    std::string root;                // the folder that holds ims.yaml
    std::vector<std::string> given;  // as written
    std::vector<std::string> paths;  // from the root; empty: all of it
};

// Without paths: all of the nearest folder with an ims.yaml. An error where there is none, or where the paths belong to
// several.
Result<Place> find_place(const FileSystem& files, const std::vector<std::string>& paths);

// For messages: the paths as given, or the folder.
std::string describe(const Place& place);

}  // namespace ims
