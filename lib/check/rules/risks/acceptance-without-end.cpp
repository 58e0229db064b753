#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::acceptance_without_end {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const FieldView accepted = risk[own::accepted];
    if (!accepted.is(ValueType::map)) return report.not_asked(risk);
    if (accepted[own::accepted.until]) return;
    // At the key of the map that lacks it; one from `defaults` stands in ims.yaml, where nothing is missing.
    report
        .at(risk, accepted.inherited() ? risk.id_span() : accepted.key_span(), "the acceptance of {} {} has no end",
            noun(context.facts.risk(risk.record()).type), risk)
        .field("accepted.until")
        .asks_for(risk, {fields::risk::accepted.until})
        .note("so nobody is ever asked again whether it is still to be carried")
        .help(
            "[[add `until: …`, the last day on which it holds|decide on which day the acceptance ends]]; a year is "
            "usual");
}

}  // namespace ims::rules::acceptance_without_end
