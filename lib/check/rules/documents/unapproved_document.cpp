#include <fmt/format.h>

#include "assess/documents.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    namespace own = fields::document;
    if (!document.active() || !needs_approval(document) || successor_of(document)) return;
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
        report.on(document, fmt::format("no approval of {} `{}` was found", type, visible(document.id())))
            .field("approved")
            .help(
                fmt::format("let somebody who may decide read it, and write who and when, for example {}; while it is "
                            "being written, say `status: draft`",
                            example));
        return;
    }
    report
        .at(document, approved.inherited() ? document.id_span() : approved.key_span(),
            fmt::format("the approval of {} `{}` does not say {}", type, visible(document.id()),
                        by     ? "when"
                        : date ? "by whom"
                               : "by whom and when"))
        .field("approved")
        .help(fmt::format("write both, for example {}", example));
}

IMS_DEFINE_RULE(unapproved_document) = {
    .kinds = {kinds::document},
    .check_record = check,
    .page =
        R"(A document that tells people what to do has no `approved`, or one that lacks the person or the day. Looked at are
policies, procedures, instructions, forms, templates, checklists, guidelines, specifications and plans. Records and reports
prove what was done, registers are kept up daily, external documents were approved by others: they need none. Drafts are
still being written; a document that a newer one has replaced is told by `superseded-in-use`.

## Why it matters

Whoever follows an instruction trusts that somebody who is allowed to has read it and stands behind it. Documented
information is to be reviewed and approved before it is used (clause 7.5.2 of all management system standards); a policy is
to come from top management (5.2).

## How to mend it

Let the responsible person read it, then write `approved: {by: shop-manager, date: 2026-06-01}`: a role, or `person/ID`. If
it is not ready, say `status: draft`; if nobody needs it any more, `status: retired`.

To accept it for a while, add an entry to `exceptions` with `rule: unapproved-document`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
version: 3
)",
    .good = R"(# file: roles/shop-manager.yaml
role: shop-manager
title: Shop manager
# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
version: 3
approved: {by: shop-manager, date: 2026-02-02}
)"};

}  // namespace ims
