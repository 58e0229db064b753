#include <fmt/format.h>

#include "assess/performance/nonconformities.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::nonconformity_without_action {

void check(const RecordView& record, const CheckContext&, Reporter& report) {
    namespace own = fields::nonconformity;
    if (!is_lapse(record)) return report.not_asked(record);
    if (record.has(own::action)) return;
    auto finding = report.on(record, fmt::format("{} nonconformity {} has no action against its cause",
                                                 record.word(own::grade), ticked(record)));
    finding.field("action").because(record.record());
    if (record.has(own::correction)) finding.note("its `correction` put right what was seen, not why it happened");
    finding.help(
        "agree on what is done so that it does not happen again: `action: {does: …, owner: …, due: YYYY-MM-DD}`; if "
        "nothing needs to be done, let the action say so, with who decided it");
}

}  // namespace ims::rules::nonconformity_without_action
