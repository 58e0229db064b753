// What the paths on a command line mean: which ims.yaml they belong to, and which part of its folder.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/environment.h"

namespace ims {

struct Place {
    std::string root;                // the folder that holds ims.yaml
    std::vector<std::string> given;  // as written
    std::vector<std::string> paths;  // from the root; empty: all of it
};

// Without paths: all of the nearest folder with an ims.yaml. Where that lies below, and is not what one asked for, a
// line on standard error says which one it is, unless `quiet`. An error where there is none, or where the paths belong
// to several.
Result<Place> find_place(const Environment& environment, const std::vector<std::string>& paths, bool quiet);

// The same where the paths may belong to several folders: a Place each, in the order in which they are first named.
Result<std::vector<Place>> find_places(const Environment& environment, const std::vector<std::string>& paths,
                                       bool quiet);

// As a path is told to whoever stands in the current folder, without marks; that itself is `.`. Requires: it holds no
// links on the way to its folder of records, nor `..`, where it is absolute; others stay as they are.
std::string from_here(const Environment& environment, const std::string& path);
// The same of the path of an error.
Outcome from_here(const Environment& environment, Outcome outcome);

// For whoever asks for a path: why nothing is read there though a file may lie there; empty where git does not ignore
// it.
std::string why_not_read(const Environment& environment, const Place& place);

// The paths as given, without marks; the folder where there are none.
std::string describe_plainly(const Place& place);

// For messages: the paths as given, or the folder.
std::string describe(const Place& place);

}  // namespace ims
