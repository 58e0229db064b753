#include "assess/performance/nonconformities.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::nonconformity_without_cause {

void check(const RecordView& record, const CheckContext&, Reporter& report) {
    namespace own = fields::nonconformity;
    if (!is_lapse(record)) return report.not_asked(record);
    if (record.has(own::cause)) return;
    const Message grade = record.word(own::grade) == "major" ? Message("major") : Message("minor");
    auto finding = report.on(
        record, "[[{0} nonconformity {1} does not say why it|nothing says why {0} nonconformity {1}]] happened", grade,
        record);
    finding.field("cause").asks_for(record, {own::cause});
    if (record.has(own::action)) finding.note("nobody can tell whether its action goes to the root");
    else if (record.has(own::correction))
        finding.note("its [[`correction`|correction]] put right what was seen; the cause is still there");
    finding.help(
        "ask why until the answer is something that can be changed, and [[write it under `cause`|record that as its "
        "cause]]");
}

}  // namespace ims::rules::nonconformity_without_cause
