#include "assess/performance/audits.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::audit_overdue {

void check(const RecordView& audit, const CheckContext& context, Reporter& report) {
    const AuditState state = audit_state(audit, context.today);
    if (state == AuditState::unknown) return report.not_asked(audit);
    if (state != AuditState::overdue) return;
    const FieldView planned = audit[fields::audit::planned];
    report.at(audit, planned, "audit {} was planned for {} and is not done", audit, *planned.date())
        .field("planned")
        .asks_for(audit, {fields::audit::done})
        .help(
            "if it took place, [[write the day under `done`|record the day]]; if not, agree on a new day[[ under "
            "`planned`]]; if it is not wanted any more, [[say `status: retired`|call it off]]");
}

}  // namespace ims::rules::audit_overdue
