// Recovery times as messages tell them, in the units that people wrote.
#pragma once

#include "assess/recovery/recovery.h"

namespace ims {

// "asset `till`"
Message kind_and_id(const RecordView& record, Arena& arena);
// What a process takes in that makes another process a need: "`orders of the day`".
TextArgument input_in_words(const Need& need);
// "`till` (4 h) → `power` (24 h, demonstrated)": from a record to what sets its time, each step with its own; the
// middle of a long way is counted.
Message path_in_words(const Graph& graph, const Recovery& recovery, RecordId from, Arena& arena);

}  // namespace ims
