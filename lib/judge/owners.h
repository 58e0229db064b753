// Who can mend a gap. The top is nobody's stand-in: where no desk is known, none is named.
#pragma once

#include <span>

#include "assess/facts/facts.h"
#include "diagnostics/rule_book.h"
#include "judge/finding_list.h"
#include "link/graph.h"

namespace ims {

// The owner of the record that it is on; of an action its owner; of a role whoever it reports to; of a person whoever
// the role reports to that asks for something, or else a role that they hold; of what is about a discipline its lead.
RecordId owner_of(const Finding& finding, const Graph& graph, const Facts& facts);

// Of what is true of nearly all alike: the desk that all of them belong to; else the lead of the discipline that most
// of them are about, or in which the rule counts; else whoever more than half of them belong to. `members`: some
// findings of one rule.
RecordId owner_of_all(std::span<const FindingId> members, const FindingList& findings, const Graph& graph,
                      const Facts& facts, const RuleBook& rules);

}  // namespace ims
