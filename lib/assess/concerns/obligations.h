// Which obligations count.
#pragma once

#include "base/date.h"
#include "link/graph.h"

namespace ims {

// An obligation applies unless it says `applies: no`.
bool applies(const RecordView& obligation);
// It binds the organisation today: it is active, applies, and has begun.
bool is_binding(const RecordView& obligation, Date today);
// A duty of the whole organisation: it is a concern of no process in particular, and binds all.
bool is_everywhere(const RecordView& obligation);

}  // namespace ims
