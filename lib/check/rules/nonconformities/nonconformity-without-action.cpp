#include "assess/performance/nonconformities.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::nonconformity_without_action {

void check(const RecordView& record, const CheckContext&, Reporter& report) {
    namespace own = fields::nonconformity;
    if (!is_lapse(record)) return report.not_asked(record);
    if (record.has(own::action)) return;
    const Message grade = record.word(own::grade) == "major" ? Message("major") : Message("minor");
    auto finding = report.on(record, "{} nonconformity {} has no action against its cause", grade, record);
    finding.field("action").asks_for(record, {own::action}).because(record.record());
    if (record.has(own::correction))
        finding.note("its [[`correction`|correction]] put right what was seen, not why it happened");
    finding.help(
        "agree on what is done so that it does not happen again[[: `action: {{does: …, owner: …, due: YYYY-MM-DD}}`|, "
        "by whom and by when]]; if nothing needs to be done, [[let the action say so, with who|record that, and who]] "
        "decided it");
}

}  // namespace ims::rules::nonconformity_without_action
