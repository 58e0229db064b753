#include "assess/recovery/continuity.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::discipline_unaddressed {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ProcessFacts* facts = context.facts.process(process.record());
    if (facts == nullptr || concerns_may_be_unread(context.graph)) return;
    const bool core = process.word(fields::process::type) == "core";
    const Grade grade = core ? Grade::high : Grade::medium;
    const DisciplineSet asked = facts->must_address.without(facts->not_applicable);
    if (asked.empty()) return report.not_asked(process);
    DisciplineSet unaddressed = asked.without(facts->concerned);
    // A core process that says nothing of continuity is asked for more than a word: impact-analysis-incomplete tells
    // it.
    if (const ImpactAnalysis analysis = impact_analysis(process); analysis.asked && analysis.silent)
        unaddressed = unaddressed.without(continuity_only(context.settings));
    const DisciplineSet missed = report.excepted(process, unaddressed, grade);
    if (missed.empty()) return;
    report
        .about(process, missed, process.id_span(),
               core ? report.say("core process {} does not address {:12}", process, missed)
                    : report.say("process {} does not address {:12}", process, missed))
        .grade(grade)
        .note(
            "no risk, obligation or objective of {0:this discipline|these disciplines} is linked to it, to a part of "
            "it, or to an asset, site or supplier that it needs",
            missed)
        .help(
            "[[link one (on a risk with `disciplines: [{0}]`: `processes: [{1}]`), or say why not: "
            "`not_applicable: {{{0}: reason}}`|find out with those who do the work what can go wrong and which duties "
            "there are, or say why {2:12} {2:does|do} not concern this process]]",
            *missed.begin(), plain(process), missed);
}

}  // namespace ims::rules::discipline_unaddressed
