#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
#include "schema/fields.h"

namespace ims::rules::impact_analysis_incomplete {
namespace {

// A part of the analysis, and what is to be found out for it.
struct Part {
    Message name;
    Message meaning;
};

Part part_of(std::string_view field) {
    if (field == "impact")
        return {"[[`impact`|the impact over time]]",
                "[[`impact` (how the harm grows: `[{{after: 4 h, level: 2}}, {{after: 1 d, level: 4}}]`)|how the harm "
                "grows with time]]"};
    if (field == "mtpd")
        return {"[[`mtpd`|the maximum tolerable period of disruption]]",
                "[[`mtpd` (after which time the harm is no longer bearable: `2 d`)|after which time the harm is no "
                "longer bearable]]"};
    return {"[[`rto`|the recovery time objective]]",
            "[[`rto` (how soon it is to run again, sooner than the mtpd: `8 h`)|how soon the process is to run "
            "again]]"};
}

// Nothing but what is missing; where nothing is said at all, whether there is anything to be said.
std::vector<Field> asked_of(const ImpactAnalysis& analysis) {
    namespace own = fields::process;
    std::vector<Field> fields;
    if (analysis.silent) fields.push_back(own::continuity.prioritised);
    for (const std::string_view each : analysis.missing)
        fields.push_back(each == "impact" ? own::continuity.impact
                         : each == "mtpd" ? own::continuity.mtpd
                                          : own::continuity.rto);
    return fields;
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ImpactAnalysis analysis = impact_analysis(process);
    if (!analysis.asked) return report.not_asked(process);
    if (analysis.complete()) return;
    const FieldView block = process[fields::process::continuity];
    const bool prioritised = is_prioritised(process);
    std::vector<Message> names;
    std::vector<Message> meanings;
    for (const std::string_view each : analysis.missing) {
        const Part part = part_of(each);
        names.push_back(part.name);
        meanings.push_back(part.meaning);
    }
    auto finding = continuity_finding(
        process, context, report, block && !block.inherited() ? block.key_span() : process.id_span(),
        analysis.silent ? report.say("[[core process {0} says nothing of how long it may stand still|nothing says how "
                                     "long core process {0} may stand still]]",
                                     process)
        : prioritised   ? report.say("the impact analysis of the prioritised process {} lacks {}", process, names)
                        : report.say("the impact analysis of the core process {} lacks {}", process, names));
    if (!finding) return;
    finding->field("continuity").asks_for(process, {}, asked_of(analysis));
    if (analysis.reason_missing)
        finding->note("[[`prioritised: no` is stated, without a `reason`|that it can wait is said without a reason]]");
    if (analysis.silent) {
        finding->help(
            "say how long it can be down, and how bad it gets[[: `continuity: {{prioritised: yes, impact: [{{after: "
            "4 h, level: …}}, {{after: 1 d, level: …}}], mtpd: …, rto: …}}`]]; or, if it can wait, "
            "[[`continuity: {{prioritised: no, reason: …}}`|say why]]");
        return;
    }
    finding->help(prioritised ? report.say("[[add|ask those who do the work]] {}", meanings)
                              : report.say("[[add|ask those who do the work]] {}; or, if it can wait, "
                                           "[[`prioritised: no` with a `reason`|say why]]",
                                           meanings));
}

}  // namespace ims::rules::impact_analysis_incomplete
