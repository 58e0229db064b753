#include <vector>

#include "assess/performance/documents.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unapproved_document {

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    namespace own = fields::document;
    if (!needs_approval(document) || successor_of(document)) return report.not_asked(document);
    const FieldView approved = document[own::approved];
    if (approved.invalid()) return;
    const bool by = static_cast<bool>(approved[own::approved.by]);
    const bool date = static_cast<bool>(approved[own::approved.date]);
    if (by && date) return;
    std::vector<Field> lacking_fields;
    if (!by) lacking_fields.push_back(own::approved.by);
    if (!date) lacking_fields.push_back(own::approved.date);
    const auto type = plain(document[own::type]);
    Message who = "…";
    for (const RecordView owner : document.linked(fields::owner))
        who = owner.is(kinds::person) ? report.say("{}", bare(owner)) : report.say("{}", plain(owner));
    if (!approved) {
        report.on(document, "no approval of {} {} was found", type, document)
            .field("approved")
            .asks_for(document, {}, lacking_fields)
            .help(
                "let somebody who may decide read it, and [[write who and when, for example `approved: {{by: {}, date: "
                "{}}}`; while it is being written, say `status: draft`|record who approved it and when; while it is "
                "being written, keep it as a draft]]",
                who, context.today);
        return;
    }
    const Message lacking = by ? Message("when") : date ? Message("by whom") : Message("by whom and when");
    report
        .at(document, approved.inherited() ? document.id_span() : approved.key_span(),
            "the approval of {} {} does not say {}", type, document, lacking)
        .field("approved")
        .asks_for(document, {}, lacking_fields)
        .help(
            "[[write both, for example `approved: {{by: {}, date: {}}}`|record both who approved it and on which day]]",
            who, context.today);
}

}  // namespace ims::rules::unapproved_document
