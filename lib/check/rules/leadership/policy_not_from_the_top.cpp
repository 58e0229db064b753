#include <fmt/format.h>

#include "assess/leads.h"
#include "assess/policies.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    namespace own = fields::document;
    if (document.word(own::type) != "policy" || approved_from_the_top(document) != false) return;
    const FieldView by = document[own::approved][own::approved.by];
    const std::vector<RecordId> top = top_management(context.graph);
    const FieldView named = context.graph[context.graph.settings_record()][fields::ims::top_management];
    auto finding = report.at(document, by,
                             fmt::format("policy `{}` was approved by `{}`, who is not top management",
                                         visible(document.id()), visible(by.text())));
    finding.field("approved.by").label(named.span(), "top management");
    if (top.empty()) {
        finding.help("name those who decide here under `top_management` in ims.yaml, and let one of them approve it");
        return;
    }
    finding.help(
        fmt::format("let {} approve it, and write that under `approved`; or name `{}` under `top_management` "
                    "in ims.yaml",
                    top.size() == 1 ? ticked(context.graph[top.front()])
                                    : "one of " + join_names(ids_of(context.graph, top), Ticks::yes),
                    visible(by.text())));
}

IMS_DEFINE_RULE(policy_not_from_the_top) = {
    .kinds = {kinds::document},
    .check_record = check,
    .page =
        R"(A document of type policy was approved `by` a role that is not among `top_management` of `ims.yaml`, nor held by one
person who also holds such a role; or by a person who holds none. Where `ims.yaml` names no top management, nothing is
reported, nor where the one who approved is retired by now or cannot be read. Drafts are looked at too.

## Why it matters

A quality policy signed by the quality manager tells everybody whose concern quality is. The standards ask top management
itself to set the policy (clause 5.2 of ISO 9001, 14001, 45001, 27001 and 22301) and to show that it stands behind it
(5.1); an auditor asks them about it, not their staff.

## How to mend it

Let top management read and approve the policy, and write who did, and when, under `approved`. If the role that approved
does belong to top management, name it under `top_management` in `ims.yaml`. To accept the finding, add an entry to
`exceptions` of the document with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: ims.yaml
organisation: Example
top_management: [director]
disciplines: {quality: {lead: quality-manager}}
# file: roles.yaml
role: director
title: Director
---
role: quality-manager
title: Quality manager
# file: documents/quality-policy.yaml
document: quality-policy
title: Quality policy
type: policy
disciplines: [quality]
approved: {by: quality-manager, date: 2026-01-12}
)",
    .good = R"(# file: ims.yaml
organisation: Example
top_management: [director]
disciplines: {quality: {lead: quality-manager}}
# file: roles.yaml
role: director
title: Director
---
role: quality-manager
title: Quality manager
# file: documents/quality-policy.yaml
document: quality-policy
title: Quality policy
type: policy
disciplines: [quality]
approved: {by: director, date: 2026-01-19}
)"};

}  // namespace ims
