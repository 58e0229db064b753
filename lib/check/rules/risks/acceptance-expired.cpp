#include <fmt/format.h>

#include "check/rule.h"
#include "check/shortfalls.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::acceptance_expired {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (facts.acceptance == Acceptance::none) return report.not_asked(risk);
    if (facts.acceptance != Acceptance::expired) return;
    const FieldView until = risk[own::accepted][own::accepted.until];
    auto finding = report.at(
        risk, until,
        fmt::format("the acceptance of {} {} ended on {}", noun(facts.type), ticked(risk), to_string(*until.date())));
    finding.field("accepted.until");
    if (facts.over_appetite()) {
        finding.note(fmt::format("it is {}", standing(facts, context.settings)))
            .help("decide anew: a later `until` with the `date` of the new decision, or a treatment with a `due`");
    } else {
        if (facts.unjudged)
            finding.note(fmt::format("whether it is over the appetite cannot be judged: {}",
                                     told_shortfalls(facts, context.graph)));
        finding.help(
            "decide anew: a later `until` with the `date` of the new decision; if it need not be accepted any more, "
            "take `accepted` out");
    }
}

}  // namespace ims::rules::acceptance_expired
