#include <fmt/format.h>

#include "assess/concerns/obligations.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::obligation_unwatched {

void check(const RecordView& obligation, const CheckContext& context, Reporter& report) {
    const std::string_view source = obligation.word(fields::obligation::source);
    if (!applies(obligation) || (source != "law" && source != "permit")) return report.not_asked(obligation);
    const FieldView review = obligation[fields::review];
    if (review.invalid() || review[fields::review.last] || review[fields::review.next]) return;
    auto finding =
        report.on(obligation, fmt::format("nobody is known to look whether the {} behind obligation {} has changed",
                                          source, ticked(obligation)));
    finding.field("review.last");
    if (review[fields::review.every]) finding.note("its `review` has an interval, and no day from which that counts");
    finding.help(
        fmt::format("look whether `requires` is still what the {} asks for, and write the day: "
                    "`review: {{last: …}}`; or say when somebody will: `review: {{next: {}}}`",
                    source, to_string(add(context.today, context.settings.review_every))));
}

}  // namespace ims::rules::obligation_unwatched
