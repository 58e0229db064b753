// Which node of a file an operation is done to, and whether a change there stays there.
#pragma once

#include "base/result.h"
#include "engine/analyze.h"

namespace ims {

struct OperationPlace {
    const ParsedFile* parsed = nullptr;
    NodeId node;
};

// An error where nothing fitting stands at the operation's place, and where an alias names it or what it stands in and
// the operation is not `for_aliases`.
// Requires: a file of the analysis.
Result<OperationPlace> find_place(const Analysis& analysis, const Operation& operation);

}  // namespace ims
