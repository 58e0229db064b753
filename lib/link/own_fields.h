// What users keep in a record for themselves: keys that begin with `x_`, at any depth. The schema does not know them,
// so they have no values; they are read from the tree.
#pragma once

#include <string>
#include <vector>

#include "link/graph.h"

namespace ims {

struct OwnField {
    std::string path;                // `x_status`, `steps.x_note`: without positions in lists
    std::vector<std::string> items;  // of a list each; of a map "key: text"
};

// In the order of the file; one of each path, with the items of all places.
std::vector<OwnField> own_fields(const RecordView& record);

}  // namespace ims
