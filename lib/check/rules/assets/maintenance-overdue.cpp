#include "check/rule.h"
#include "check/upkeep.h"
#include "schema/fields.h"

namespace ims::rules::maintenance_overdue {

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    report_overdue(asset, maintenance_of(asset), context, report);
}

}  // namespace ims::rules::maintenance_overdue
