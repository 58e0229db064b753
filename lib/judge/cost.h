// What a gap may cost: the order in which gaps of one grade are told. People first, then the law.
#pragma once

#include "assess/facts/facts.h"
#include "diagnostics/finding.h"
#include "diagnostics/rule_book.h"
#include "link/graph.h"

namespace ims {

// The first that fits: what the rule's page says, what the record is (a hazard, a legal duty, information), what its
// disciplines cost.
Cost cost_of(const Finding& finding, const Graph& graph, const Facts& facts, const RuleBook& rules);

// It is about a hazard that stands over the appetite, or that nobody rated: what comes first of all that may cost
// people.
bool is_grave_hazard(const Finding& finding, const Graph& graph, const Facts& facts);

}  // namespace ims
