#include "assess/risks/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::acceptance_by_other {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const FieldView by = risk[own::accepted][own::accepted.by];
    if (!by) return report.not_asked(risk);
    if (!by.target().known() || may_accept(risk, by.target()) != false) return;
    const FieldView owner = risk[fields::owner];
    const FieldView top = context.graph[context.graph.settings_record()][fields::ims::top_management];
    auto finding = report.at(risk, by, "{} {} was accepted by {}, who is neither its owner nor top management",
                             noun(context.facts.risk(risk.record()).type), risk, by);
    finding.field("accepted.by").label(owner.span(), "the owner");
    if (top) {
        finding.help(
            "let [[the owner {0}|its owner ({0})]] or top management decide, and [[write under `by` who|record "
            "who]] did",
            owner);
        return;
    }
    finding.note(
        "[[ims.yaml names no `top_management`|nobody is named as top management]], so nobody but the owner may accept "
        "it");
    finding.help(
        "let [[the owner {0}, or a role named under `top_management` in ims.yaml,|its owner ({0}) decide, or name top "
        "management and let them]] decide, and [[write under `by` who|record who]] did",
        owner);
}

}  // namespace ims::rules::acceptance_by_other
