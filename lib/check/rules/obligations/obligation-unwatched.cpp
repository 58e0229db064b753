#include "assess/concerns/obligations.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::obligation_unwatched {

void check(const RecordView& obligation, const CheckContext& context, Reporter& report) {
    const std::string_view source = obligation.word(fields::obligation::source);
    if (!applies(obligation) || (source != "law" && source != "permit")) return report.not_asked(obligation);
    const FieldView review = obligation[fields::review];
    if (review.invalid() || review[fields::review.last] || review[fields::review.next]) return;
    const Message what = source == "law" ? Message("law") : Message("permit");
    auto finding = report.on(obligation, "nobody is known to look whether the {} behind obligation {} has changed",
                             what, obligation);
    finding.field("review.last").asks_for(obligation, {fields::review.last});
    if (review[fields::review.every])
        finding.note("its [[`review`|review]] has an interval, and no day from which that counts");
    finding.help(
        "look whether [[`requires`|what is written down]] is still what the {0} asks for, and write [[the day: "
        "`review: {{last: …}}`|down on which day that was]]; or say when somebody will[[: `review: {{next: {1}}}`]]",
        what, add(context.today, context.settings.review_every));
}

}  // namespace ims::rules::obligation_unwatched
