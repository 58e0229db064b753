// Which concerns of a process weigh: a high risk or hazard, a significant aspect, a legal duty.
#pragma once

#include <optional>
#include <vector>

#include "assess/facts/facts.h"

namespace ims {

// "High": over the appetite before controls. A legal duty is an obligation by law or permit that applies.
bool is_grave(const RecordView& concern, const Facts& facts);

// In which disciplines a process in force carries something that weighs.
DisciplineSet grave_disciplines(const RecordView& process, const Facts& facts);
// The first of these in one of some disciplines.
std::optional<RecordId> grave_concern(const RecordView& process, DisciplineSet among, const Facts& facts);

// The processes in force that a record has to do with: itself, those that use it, that it takes part in, or that name
// it or are named by it. Each once.
std::vector<RecordId> processes_touched(const RecordView& record, const Facts& facts);

}  // namespace ims
