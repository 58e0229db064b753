// Duties to tell somebody of an incident within a time, and which incidents they are about.
#pragma once

#include <vector>

#include "assess/disciplines/disciplines.h"
#include "base/date.h"
#include "link/graph.h"

namespace ims {

struct DutyToNotify {
    RecordId obligation;
    Duration within;
    DisciplineSet disciplines;
    std::vector<RecordId> places;  // the processes and assets that it binds
};

// Of active obligations that apply, in the order of records.
std::vector<DutyToNotify> duties_to_notify(const Graph& graph, const Disciplines& disciplines);

// Incidents, breaches and nonconforming outputs call for a notice under a duty of one of their disciplines that binds a
// process or asset they struck (or the whole of which the process is a part). A breach does so too where only its
// disciplines, or only what it struck, are known. Near misses and complaints do not, nor what happened before the duty.
bool calls_for(const RecordView& incident, const DutyToNotify& duty, const Disciplines& disciplines);

}  // namespace ims
