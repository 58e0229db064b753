#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::undated_acceptance {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const FieldView accepted = risk[own::accepted];
    if (!accepted.is(ValueType::map)) return report.not_asked(risk);
    if (accepted[own::accepted.date]) return;
    // At the key of the map that lacks it; one from `defaults` stands in ims.yaml, where nothing is missing.
    report
        .at(risk, accepted.inherited() ? risk.id_span() : accepted.key_span(), "the acceptance of {} {} has no date",
            noun(context.facts.risk(risk.record()).type), risk)
        .field("accepted.date")
        .asks_for(risk, {fields::risk::accepted.date})
        .note("so nobody can tell what was known when it was decided, or whether it came before the last incident")
        .help(
            "[[add `date: …`,|record]] the day of the decision[[, and `until: …`,| and]] the day on which it is to "
            "be looked at again");
}

}  // namespace ims::rules::undated_acceptance
