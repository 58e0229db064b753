#include <fmt/format.h>

#include "assess/risks/risk_links.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::acceptance_by_other {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    const FieldView by = risk[own::accepted][own::accepted.by];
    if (!by) return report.not_asked(risk);
    if (!by.target().known() || may_accept(risk, by.target()) != false) return;
    const FieldView owner = risk[fields::owner];
    const FieldView top = context.graph[context.graph.settings_record()][fields::ims::top_management];
    auto finding =
        report.at(risk, by,
                  fmt::format("{} {} was accepted by `{}`, who is neither its owner nor top management",
                              noun(context.facts.risk(risk.record()).type), ticked(risk), visible(by.text())));
    finding.field("accepted.by").label(owner.span(), "the owner");
    if (!top) finding.note("ims.yaml names no `top_management`, so nobody but the owner may accept it");
    finding.help(fmt::format("let the owner `{}`{} decide, and write under `by` who did", visible(owner.text()),
                             top ? " or top management" : ", or a role named under `top_management` in ims.yaml,"));
}

}  // namespace ims::rules::acceptance_by_other
