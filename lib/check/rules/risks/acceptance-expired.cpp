#include "check/rule.h"
#include "check/shortfalls.h"
#include "schema/fields.h"

namespace ims::rules::acceptance_expired {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (facts.acceptance == Acceptance::none) return report.not_asked(risk);
    if (facts.acceptance != Acceptance::expired) return;
    const FieldView until = risk[own::accepted][own::accepted.until];
    auto finding = report.at(risk, until, "the acceptance of {} {} ended on {}", noun(facts.type), risk, *until.date());
    finding.field("accepted.until");
    if (facts.over_appetite()) {
        finding.note("it is {}", standing(facts, context.settings, report.arena()))
            .help(
                "decide anew: [[a later `until` with the `date` of the new decision, or a treatment with a `due`|"
                "accept it until a later day, or set the day by which it is to be treated]]");
    } else {
        if (facts.unjudged)
            finding.note("whether it is over the appetite cannot be judged: {}",
                         told_shortfalls(facts, context.graph, report.arena()));
        finding.help(
            "decide anew: [[a later `until` with the `date` of the new decision; if it need not be accepted any more, "
            "take `accepted` out|accept it until a later day, or withdraw the acceptance if it is needed no more]]");
    }
}

}  // namespace ims::rules::acceptance_expired
