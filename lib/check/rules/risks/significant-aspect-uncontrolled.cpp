#include "assess/risks/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::significant_aspect_uncontrolled {

void check(const RecordView& aspect, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const RiskFacts& facts = context.facts.risk(aspect.record());
    if (!facts.significant) return report.not_asked(aspect);
    if (facts.controlled) return;
    for (const KindId kind : {kinds::control, kinds::objective, kinds::process}) {
        if (context.graph.may_be_unread(kind)) return;
    }
    const auto drafts = aspect.linked(own::controls);
    // A control that is retired or does not exist is reported where it is named.
    if (drafts.empty() && !aspect.lacks(own::controls)) return;
    // Without a discipline (which has a finding of its own) an objective of any will do.
    const DisciplineSet named = context.facts.disciplines(aspect.record());
    if (objective_for(aspect, named.empty() ? context.settings.in_force() : named)) return;
    auto finding =
        report.on(aspect, "significant [[|environmental ]]aspect {} has no control and no objective", aspect);
    finding.asks_for(aspect, {own::controls}).label(aspect[own::significant].span(), "significant");
    for (const RecordView draft : drafts) finding.note("control {} is [[|only ]]a draft, which is no evidence", draft);
    if (aspect.has(own::measures))
        finding.note(
            "[[the words of `measures`|measures that are only described]] are no evidence that something is in place");
    finding.help(
        "[[link a control (`controls: […]` here or `risks: [{}]` there)|decide what controls it]], or set an objective "
        "of its discipline for one of its processes",
        plain(aspect));
}

}  // namespace ims::rules::significant_aspect_uncontrolled
