#include "assess/concerns/obligations.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::obligation_unowned {

void check(const RecordView& obligation, const CheckContext&, Reporter& report) {
    if (!applies(obligation)) return report.not_asked(obligation);
    if (!obligation.lacks(fields::owner)) return;
    report.on(obligation, "obligation {} has no owner", obligation)
        .field("owner")
        .asks_for(obligation, {fields::owner})
        .note("nobody is there to see that it is met, and to notice when it changes")
        .help("[[add `owner: …`, the id of the role that|decide which role]] answers for meeting it");
}

}  // namespace ims::rules::obligation_unowned
