#include "assess/dates/last_check.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::ineffective_control {

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    if (control.word(own::implementation) == "planned" || !control.has(own::verifications))
        return report.not_asked(control);
    const LastCheck last = last_verification(control, context.today);
    const FieldView result = last.entry[own::verifications.result];
    if (result.word() != "ineffective") return;
    auto finding = report.at(control, result, "control {} was found ineffective on {}", control, *last.day);
    finding.field("verifications");
    std::vector<RecordId> risks;
    std::vector<RecordId> obligations;
    for (const RecordView risk : control.linked(own::risks)) risks.push_back(risk.record());
    for (const RecordView obligation : control.linked(own::obligations)) obligations.push_back(obligation.record());
    if (!risks.empty()) finding.note("{0:a risk rests|risks rest} on it: {0}", risks);
    if (!obligations.empty()) finding.note("{0:an obligation is|obligations are} met by it: {0}", obligations);
    finding.help(
        "put it right, look again, and [[add what you saw under `verifications`|write down what you saw]]; until it "
        "works, [[`implementation: planned` with a `due` keeps risks from being rated lower by it|call it planned, and "
        "rate no risk lower because of it]]");
}

}  // namespace ims::rules::ineffective_control
