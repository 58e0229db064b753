// What the rules on maintenance and on calibration say alike.
#pragma once

#include "assess/dates/upkeep.h"
#include "check/rule.h"

namespace ims {

// A finding where it is due again since before today.
void report_overdue(const RecordView& asset, const Upkeep& upkeep, const CheckContext& context, Reporter& report);

}  // namespace ims
