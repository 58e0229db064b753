// What a process need not say itself where a process that it is made of, or one that it is part of, says it.
#pragma once

#include "assess/needs/parts.h"
#include "assess/records/closure.h"
#include "assess/records/record_index.h"
#include "assess/records/record_table.h"
#include "link/graph.h"

namespace ims {

// By process, of all that could be read.
struct SharedWithParts {
    RecordTable<Anywhere> measured;   // it, a whole that it is part of, or a part has an objective in force
    RecordTable<Anywhere> gives_out;  // it or a part has outputs
};

// Linear in processes. `places`: see RecordIndex::by_kind.
SharedWithParts find_shared_with_parts(const Graph& graph, const Parts& parts, const RecordIndex& places);

}  // namespace ims
