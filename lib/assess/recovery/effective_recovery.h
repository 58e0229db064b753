// When records are back, with all that they need.
#pragma once

#include <cstdint>
#include <optional>

#include "assess/needs/need_graph.h"
#include "assess/records/record_table.h"
#include "assess/recovery/own_recovery.h"
#include "base/date.h"
#include "base/ids.h"

namespace ims {

struct EffectiveRecovery {
    std::optional<Duration> time;  // the longest known; none where nothing is known
    RecordId slowest;              // the need that sets it; none where it is the record's own
    RecordId sets;                 // at the end of that path: the record whose own time it is
    std::uint32_t steps = 0;       // records on that path, this one included
    RecordId unknown;  // the record, or the nearest that it needs, of which nothing is known; none: all is known
};

// Known beats unknown; of two known ones the shorter.
bool quicker(const EffectiveRecovery& a, const EffectiveRecovery& b);

// Of a need and its usable alternatives the one that is back first; the need itself where they are equal.
RecordId quickest(const Need& need, const RecordTable<EffectiveRecovery>& effective);

// Of what may need others; of all else nothing is known or unknown. Linear in records and needs.
RecordTable<EffectiveRecovery> find_effective_recovery(const NeedGraph& needs, const RecordTable<OwnRecovery>& own);

}  // namespace ims
