#include "assess/concerns/obligations.h"
#include "assess/dates/last_check.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::obligation_unevaluated {

void check(const RecordView& obligation, const CheckContext& context, Reporter& report) {
    namespace own = fields::obligation;
    if (!is_binding(obligation, context.today)) return report.not_asked(obligation);
    const LastCheck last = last_evaluation(obligation, context.today);
    const Message interval = told_interval(obligation[own::evaluate_every], context.settings, report.arena());
    constexpr Message kHelp =
        "look whether it is met, and write down what you found[[: `evaluations: [{{date: …, result: …}}]` with `met`, "
        "`partly-met` or `not-met`]]";
    if (last.never(context.today)) {
        auto finding =
            report.on(obligation, "nobody [[has|is known to have]] evaluated whether obligation {} is met", obligation);
        finding.field("evaluations").asks_for(obligation, {own::evaluations}).help(kHelp);
        if (last.due)
            finding.label(obligation[own::since].span(), "binding since")
                .note("the first evaluation was due on {}; {}", *last.due, interval);
    } else if (last.late(context.today)) {
        report
            .at(obligation, last.entry[own::evaluations.date],
                "whether obligation {} is met was last evaluated on {}, and had to be again by {}", obligation,
                *last.day, *last.due)
            .field("evaluations")
            .note(interval)
            .help(kHelp);
    }
}

}  // namespace ims::rules::obligation_unevaluated
