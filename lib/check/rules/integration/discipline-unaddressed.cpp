#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::discipline_unaddressed {
namespace {

bool may_be_concerned_unread(const Graph& graph) {
    // A part that was not read may bring its concerns.
    for (const KindId kind : {kinds::risk, kinds::obligation, kinds::objective, kinds::asset, kinds::site,
                              kinds::supplier, kinds::process}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ProcessFacts* facts = context.facts.process(process.record());
    if (facts == nullptr || may_be_concerned_unread(context.graph)) return;
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
    const std::vector<std::string> names = context.settings.names(missed);
    report
        .about(process, missed, process.id_span(),
               fmt::format("{}process {} does not address {}", core ? "core " : "", ticked(process),
                           join_names(names, Ticks::no, 12)))
        .grade(grade)
        .note("no risk, obligation or objective of " +
              std::string(names.size() > 1 ? "these disciplines" : "this discipline") +
              " is linked to it, to a part of it, or to an asset, site or supplier that it needs")
        .help(fmt::format("link one (on a risk with `disciplines: [{}]`: `processes: [{}]`), or say why not: "
                          "`not_applicable: {{{}: reason}}`",
                          names.front(), process.id(), names.front()));
}

}  // namespace ims::rules::discipline_unaddressed
