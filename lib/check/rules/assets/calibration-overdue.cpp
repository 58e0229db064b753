#include "check/rule.h"
#include "check/upkeep.h"
#include "schema/fields.h"

namespace ims::rules::calibration_overdue {

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    report_overdue(asset, calibration_of(asset), context, report);
}

}  // namespace ims::rules::calibration_overdue
