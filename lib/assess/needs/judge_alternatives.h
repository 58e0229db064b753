// Which alternatives are usable fallbacks: the one place that knows.
#pragma once

#include "assess/needs/need_graph.h"
#include "assess/records/record_index.h"
#include "link/graph.h"

namespace ims {

// Judges the alternatives of all needs and suppliers by what they need: `lists` holds them judged by themselves, and
// `places` the places of its records. An alternative does not count where it needs what it stands in for, or where one
// loss takes both: that of a provider, hard need or site of both which the one who needs them does not need anyway.
// Roles are no such thing: their deputies are looked at instead. For each pair that is named together no more than
// about kMostReached records are walked through.
void judge_alternatives(const Graph& graph, const RecordIndex& places, NeedGraph::Lists& lists);

}  // namespace ims
