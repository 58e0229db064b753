// Which processes rely on a thing: needs, followed the other way.
#pragma once

#include <vector>

#include "assess/needs/need_graph.h"

namespace ims {

// Processes in force that need a thing, directly or through others, drafts included; in the order of records, those
// nearest to it where they are more than kMostReached. None: nothing needs it.
std::vector<RecordId> processes_needing(const Graph& graph, const NeedGraph& needs, RecordId thing);

// The same as people read it of an asset, site or supplier: only through what is in force, nearest first. Of those as
// near, those that name what they need come before those that it names itself.
std::vector<RecordId> processes_using(const Graph& graph, const NeedGraph& needs, RecordId thing);

}  // namespace ims
