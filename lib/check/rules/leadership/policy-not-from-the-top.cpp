#include "assess/participation/leads.h"
#include "assess/performance/policies.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::policy_not_from_the_top {

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    namespace own = fields::document;
    const std::optional<bool> from_the_top = approved_from_the_top(document);
    if (document.word(own::type) != "policy" || !from_the_top) return report.not_asked(document);
    if (*from_the_top) return;
    const FieldView by = document[own::approved][own::approved.by];
    const std::vector<RecordId> top = top_management(context.graph);
    const FieldView named = context.graph[context.graph.settings_record()][fields::ims::top_management];
    auto finding = report.at(document, by, "policy {} was approved by {}, who is not top management", document, by);
    finding.field("approved.by").label(named.span(), "top management");
    if (top.empty()) {
        finding.help(
            "name those who decide here [[under `top_management` in ims.yaml|as top management]], and let one of them "
            "approve it");
        return;
    }
    finding.help(
        "{0:let|let one of} {0} approve it[[, and write that under `approved`; or name {1} under `top_management` in "
        "ims.yaml|; or say that {1} belongs to top management, if that is so]]",
        top, by);
}

}  // namespace ims::rules::policy_not_from_the_top
