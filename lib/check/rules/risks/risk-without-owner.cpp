#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::risk_without_owner {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    if (!risk.lacks(fields::owner)) return;
    report.on(risk, fmt::format("{} {} has no owner", noun(context.facts.risk(risk.record()).type), ticked(risk)))
        .note("nobody is there to watch it, to have it treated or to accept what remains")
        .help("add `owner: …`, the id of the role that answers for it and may decide about it");
}

}  // namespace ims::rules::risk_without_owner
