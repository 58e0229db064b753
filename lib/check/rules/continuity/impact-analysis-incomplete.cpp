#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::impact_analysis_incomplete {
namespace {

std::string_view meaning(std::string_view field) {
    if (field == "impact") return "`impact` (how the harm grows: `[{after: 4 h, level: 2}, {after: 1 d, level: 4}]`)";
    if (field == "mtpd") return "`mtpd` (after which time the harm is no longer bearable: `2 d`)";
    return "`rto` (how soon it is to run again, sooner than the mtpd: `8 h`)";
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ImpactAnalysis analysis = impact_analysis(process);
    if (!analysis.asked) return report.not_asked(process);
    if (analysis.complete()) return;
    const FieldView block = process[fields::process::continuity];
    const bool prioritised = is_prioritised(process);
    auto finding = continuity_finding(
        process, context, report, block && !block.inherited() ? block.key_span() : process.id_span(),
        analysis.silent
            ? fmt::format("core process {} says nothing of how long it may stand still", ticked(process))
            : fmt::format("the impact analysis of {} process {} lacks {}", prioritised ? "the prioritised" : "the core",
                          ticked(process), join_names(analysis.missing, Ticks::yes)));
    if (!finding) return;
    finding->field("continuity");
    if (analysis.reason_missing) finding->note("`prioritised: no` is stated, without a `reason`");
    if (analysis.silent) {
        finding->help(
            "say how long it can be down, and how bad it gets: `continuity: {prioritised: yes, impact: [{after: 4 h, "
            "level: "
            "…}, {after: 1 d, level: …}], mtpd: …, rto: …}`; or, if it can wait, `continuity: {prioritised: no, "
            "reason: …}`");
        return;
    }
    std::string help = "add ";
    for (std::size_t index = 0; index < analysis.missing.size(); ++index) {
        if (index > 0) help += index + 1 == analysis.missing.size() ? " and " : ", ";
        help += meaning(analysis.missing[index]);
    }
    if (!prioritised) help += "; or, if it can wait, `prioritised: no` with a `reason`";
    finding->help(std::move(help));
}

}  // namespace ims::rules::impact_analysis_incomplete
