#include <vector>

#include "check/rule.h"
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
    std::vector<Field> lacking_fields;
    if (!by) lacking_fields.push_back(own::approved.by);
    if (!date) lacking_fields.push_back(own::approved.date);
    const Message since = effective.date()
                              ? report.say("it [[takes effect on|has been in effect since]] {}", *effective.date())
                              : Message();
    if (approved) {
        const Message lacking = by ? Message("when") : date ? Message("who gave it") : Message("who gave it and when");
        auto finding =
            report.at(change, approved.key_span(), "the approval of change {} does not say {}", change, lacking);
        finding.field("approved")
            .asks_for(change, {}, lacking_fields)
            .help(
                "[[complete it: `approved: {{by: …, date: YYYY-MM-DD}}`|record both who approved it and on which "
                "day]]");
        if (!since.empty()) finding.note(since);
        return;
    }
    auto finding = report.on(change, "[[nobody has approved change {0}|no approval of change {0} was found]]", change);
    finding.field("approved").asks_for(change, {}, lacking_fields);
    if (!since.empty()) finding.note(since);
    finding.help(
        "have it approved by somebody other than its owner[[, and write `approved: {{by: …, date: YYYY-MM-DD}}`]]; if "
        "it is not decided yet, [[say so with `status: draft`, or with a day to come under `effective`|say so, or set "
        "a later day on which it takes effect]]");
}

}  // namespace ims::rules::change_unapproved
