// What the assets of a control say of it: which of them failed their upkeep or are overdue for it. Asked of the graph
// when needed.
#pragma once

#include <vector>

#include "assess/risks/shortfalls.h"
#include "base/date.h"
#include "link/graph.h"

namespace ims {

// Each asset in force that a control works with and whose maintenance or calibration failed or is overdue, those that
// failed first. Whether or not the control is in place.
std::vector<Shortfall> lapses_of(const RecordView& control, Date today);

}  // namespace ims
