// Files that hold no record, most likely those of other programs: known for what they are one by one, and told
// together.
#pragma once

#include <vector>

#include "link/graph.h"

namespace ims {

// One finding for all of them, at the first by path, or none. `ignore`: that field of ims.yaml, or a view of nothing.
// What it says stands in `arena`.
void report_foreign_files(const FolderFiles& files, FieldView ignore, std::vector<Finding>& findings, Arena& arena);

}  // namespace ims
