// Records of what happened.
#pragma once

#include "link/graph.h"

namespace ims {

// It tells of what is over, and so names what was there then: an incident, a done audit, a change and the like.
bool is_history(const RecordView& record);

}  // namespace ims
