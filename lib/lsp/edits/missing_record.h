// A record that is named and not there yet, begun by an editor where others of its kind stand.
#pragma once

#include <string>
#include <vector>

#include "lsp/judged/asked.h"

namespace ims {

struct MissingRecord {
    std::string title;  // for people: "Add the role `driver`"
    Json edit;
};

// For a reference that leads nowhere: one for each kind that it may mean, the likeliest first; none where the client
// cannot write it. Requires: the documents stand as they were judged.
std::vector<MissingRecord> begin_missing(const Asked& asked, const Finding& finding);

}  // namespace ims
