// Who can mend a gap.
#pragma once

#include "assess/facts/facts.h"
#include "diagnostics/finding.h"
#include "link/graph.h"

namespace ims {

// The owner of the record that it is on; of an action its owner; of a role, and of a person by the role they hold,
// whoever that role reports to; of what is about a discipline its lead. None: nobody is named. The top is nobody's
// stand-in.
RecordId owner_of(const Finding& finding, const Graph& graph, const Facts& facts);
// Of what is true of all alike: the lead of the first discipline, or else whoever owns most of them.
RecordId lead_for(const Finding& finding, const Graph& graph, const Facts& facts);

}  // namespace ims
