// What keeps alternatives from being counted, as messages tell it.
#pragma once

#include <span>

#include "assess/needs/need_graph.h"
#include "check/rule.h"

namespace ims {

// A note for each alternative to `what` that does not count: "`t` is a draft and was not counted"; the first few, and
// how many more.
void note_unfit(FindingBuilder& finding, const Graph& graph, RecordId what, std::span<const Alternative> alternatives);

}  // namespace ims
