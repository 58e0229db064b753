#include <fmt/format.h>

#include "assess/dates/last_check.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::ineffective_control {

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    if (control.word(own::implementation) == "planned" || !control.has(own::verifications))
        return report.not_asked(control);
    const LastCheck last = last_verification(control, context.today);
    const FieldView result = last.entry[own::verifications.result];
    if (result.word() != "ineffective") return;
    auto finding = report.at(
        control, result, fmt::format("control {} was found ineffective on {}", ticked(control), to_string(*last.day)));
    finding.field("verifications");
    std::vector<RecordId> risks;
    std::vector<RecordId> obligations;
    for (const RecordView risk : control.linked(own::risks)) risks.push_back(risk.record());
    for (const RecordView obligation : control.linked(own::obligations)) obligations.push_back(obligation.record());
    if (!risks.empty())
        finding.note(fmt::format("{} on it: {}", risks.size() == 1 ? "a risk rests" : "risks rest",
                                 join_names(ids_of(context.graph, risks), Ticks::yes)));
    if (!obligations.empty())
        finding.note(fmt::format("{} met by it: {}", obligations.size() == 1 ? "an obligation is" : "obligations are",
                                 join_names(ids_of(context.graph, obligations), Ticks::yes)));
    finding.help(
        "put it right, look again, and add what you saw under `verifications`; until it works, "
        "`implementation: planned` with a `due` keeps risks from being rated lower by it");
}

}  // namespace ims::rules::ineffective_control
