#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::change_unapproved {

void check(const RecordView& change, const CheckContext& context, Reporter& report) {
    namespace own = fields::change;
    const FieldView effective = change[own::effective];
    if (effective.invalid()) return;
    if (effective.date() && *effective.date() > context.today) return report.not_asked(change);  // there is time yet
    const FieldView approved = change[own::approved];
    if (approved.invalid()) return;
    const bool by = static_cast<bool>(approved[own::approved.by]);
    const bool date = static_cast<bool>(approved[own::approved.date]);
    if (by && date) return;
    const std::string since =
        effective.date() ? fmt::format("it takes effect on {}", to_string(*effective.date())) : std::string();
    if (approved) {
        auto finding = report.at(change, approved.key_span(),
                                 fmt::format("the approval of change {} does not say {}", ticked(change),
                                             by     ? "when"
                                             : date ? "who gave it"
                                                    : "who gave it and when"));
        finding.field("approved").help("complete it: `approved: {by: …, date: YYYY-MM-DD}`");
        if (!since.empty()) finding.note(since);
        return;
    }
    auto finding = report.on(change, fmt::format("nobody has approved change {}", ticked(change)));
    finding.field("approved");
    if (!since.empty()) finding.note(since);
    finding.help(
        "have it approved by somebody other than its owner, and write `approved: {by: …, date: YYYY-MM-DD}`; if it is "
        "not decided yet, say so with `status: draft`, or with a day to come under `effective`");
}

}  // namespace ims::rules::change_unapproved
