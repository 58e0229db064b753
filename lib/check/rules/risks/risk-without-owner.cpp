#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::risk_without_owner {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    if (!risk.lacks(fields::owner)) return;
    report.on(risk, "{} {} has no owner", noun(context.facts.risk(risk.record()).type), risk)
        .asks_for(risk, {fields::owner})
        .note("nobody is there to watch it, to have it treated or to accept what remains")
        .help("[[add `owner: …`, the id of|name]] the role that answers for it and may decide about it");
}

}  // namespace ims::rules::risk_without_owner
