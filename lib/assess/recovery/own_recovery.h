// How soon a record says that it is back, whatever it needs.
#pragma once

#include <optional>

#include "assess/needs/need_graph.h"
#include "assess/records/record_table.h"
#include "base/date.h"
#include "link/graph.h"

namespace ims {

// The recovery that a record states for itself.
struct OwnRecovery {
    std::optional<Duration> time;  // the longer of agreed and demonstrated; of a process its rto; none: unknown
    bool demonstrated = false;     // it is the demonstrated one that counts
    bool not_asked = false;        // a role: its deputies are looked at instead
    bool uncertain = false;        // unknown because a value or the provider could not be read, reported as such
    RecordId stated_by;            // the provider, where an asset takes its provider's
    FieldView written;             // the value that counts; none where it is unknown
};

// Of two durations as written the longer; the known one where the other is not; none where neither is.
FieldView longer(const FieldView& a, const FieldView& b);

// Of what may need others; of all else `not_asked`.
RecordTable<OwnRecovery> find_own_recovery(const Graph& graph, const NeedGraph& needs);

}  // namespace ims
