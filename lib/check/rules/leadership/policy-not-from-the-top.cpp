#include <fmt/format.h>

#include "assess/participation/leads.h"
#include "assess/performance/policies.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
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
    auto finding = report.at(
        document, by,
        fmt::format("policy {} was approved by `{}`, who is not top management", ticked(document), visible(by.text())));
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

}  // namespace ims::rules::policy_not_from_the_top
