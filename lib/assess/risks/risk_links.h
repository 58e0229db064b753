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
// Whether a role or a person may accept the risk: its owner and top management may, and a person who holds such a role;
// where a person owns it, by any role of theirs. None where nobody can tell, because the owner is missing, or something
// could not be read.
std::optional<bool> may_accept(const RecordView& risk, RecordId by);
// Of the controls that hold a hazard by now, those that do not say their `hierarchy`, where none is said to be of a
// higher step than rules and protective equipment: on them hangs whether it is held low.
std::vector<RecordView> unsaid_hierarchy(const RecordView& hazard);

}  // namespace ims
