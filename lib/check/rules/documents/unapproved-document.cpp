#include <fmt/format.h>

#include "assess/performance/documents.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
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
    const std::string_view type = document.word(own::type);
    std::string who = "…";
    for (const RecordView owner : document.linked(fields::owner)) {
        who = owner.is(kinds::person) ? owner.name() : std::string(owner.id());
    }
    const std::string example = fmt::format("`approved: {{by: {}, date: {}}}`", visible(who), to_string(context.today));
    if (!approved) {
        report.on(document, fmt::format("no approval of {} {} was found", type, ticked(document)))
            .field("approved")
            .help(
                fmt::format("let somebody who may decide read it, and write who and when, for example {}; while it is "
                            "being written, say `status: draft`",
                            example));
        return;
    }
    report
        .at(document, approved.inherited() ? document.id_span() : approved.key_span(),
            fmt::format("the approval of {} {} does not say {}", type, ticked(document),
                        by     ? "when"
                        : date ? "by whom"
                               : "by whom and when"))
        .field("approved")
        .help(fmt::format("write both, for example {}", example));
}

}  // namespace ims::rules::unapproved_document
