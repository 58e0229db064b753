#include <vector>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::discipline_without_objective {
namespace {

bool any_invalid(const FieldView& list) {
    for (const FieldView item : list.children()) {
        if (item.invalid()) return true;
    }
    return list.invalid();
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::objective)) return;
    DisciplineSet missed = context.settings.in_force();
    std::vector<RecordView> drafts;
    for (const RecordId id : context.graph.of_kind(kinds::objective)) {
        const RecordView objective = context.graph[id];
        if (objective.retired()) continue;
        // A discipline that could not be read may be any.
        if (any_invalid(objective[fields::disciplines])) return;
        if (objective.active()) missed = missed.without(context.facts.disciplines(id));
        else drafts.push_back(objective);
    }
    if (missed.empty()) return;
    auto finding = report.whole(context.settings.disciplines[(*missed.begin()).index()].span,
                                "no objective is set for {:12}", missed);
    finding.about(context.settings, missed);
    std::vector<RecordView> near;
    for (const RecordView& draft : drafts) {
        if (!(context.facts.disciplines(draft.record()) & missed).empty()) near.push_back(draft);
    }
    finding.field("disciplines");
    for (const RecordId id : context.graph.of_kind(kinds::objective)) {
        // It may be meant for one of these.
        if (context.graph[id].active() && context.facts.disciplines(id).empty()) finding.because(id);
    }
    if (!near.empty()) finding.note("only {0:a draft|drafts}: {0}", near);
    std::vector<Discipline> names;
    for (const Discipline each : missed) names.push_back(each);
    finding.note("so nobody can tell whether anything gets better there")
        .help(
            "set one that serves several at once[[: `objective: …`, `disciplines: [{:all}]`, `measure`, `target`, "
            "`due`, `owner`; or add the discipline to one that is there|, with a measure, a target, a day and an "
            "owner; "
            "or let one that is there serve the discipline too]]",
            listed_by(Joined::by_commas, names));
}

}  // namespace ims::rules::discipline_without_objective
