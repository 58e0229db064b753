// What stands around a risk: plans, incidents, objectives, and who may accept it. Asked of the graph when needed.
#pragma once

#include <optional>
#include <vector>

#include "assess/risks/risk.h"
#include "base/date.h"
#include "link/graph.h"

namespace ims {

// A threat or hazard is rated lower with controls, today or as an aim, and none that is active is linked to it.
bool claims_control(const RiskFacts& risk);
// It is rated lower today, and none of the controls that are linked to it is more than planned.
bool claims_planned_control(const RiskFacts& risk);
// Active plans that name the risk.
std::vector<RecordView> plans_for(const RecordView& risk);
// Active incidents in which the risk came true, after one day and up to another; the earliest first.
std::vector<RecordView> incidents_between(const RecordView& risk, Date after, Date until);
// An active objective of one of the disciplines, for a process that the risk is linked to or that uses its asset, site
// or supplier.
std::optional<RecordView> objective_for(const RecordView& risk, DisciplineSet disciplines);
// Whether a role may accept the risk: its owner (a person that owns it by any role of theirs) and top management may.
// None where nobody can tell, because the owner is missing or could not be read.
std::optional<bool> may_accept(const RecordView& risk, RecordId role);

}  // namespace ims
