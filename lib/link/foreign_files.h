// Files that hold no record, most likely those of other programs: known for what they are one by one, and told
// together.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "link/graph.h"

namespace ims {

// One finding for all of them, at the first by path, or none. `ignore`: that field of ims.yaml, or a view of nothing.
// What it says stands in `arena`.
void report_foreign_files(const FolderFiles& files, FieldView ignore, std::vector<Finding>& findings, Arena& arena);

// The patterns of `ignore` that leave out the files for which `left_out` is true, and no other: a file's path, or that
// of a folder which holds no others.
std::vector<std::string> ignore_patterns(const FolderFiles& files,
                                         const std::function<bool(const FolderFile&)>& left_out);

}  // namespace ims
