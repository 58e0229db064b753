#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
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
    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.whole(context.settings.disciplines[(*missed.begin()).index()].span,
                                fmt::format("no objective is set for {}", join_names(names, Ticks::no, 12)));
    finding.about(context.settings, missed);
    std::vector<std::string_view> near;
    for (const RecordView& draft : drafts) {
        if (!(context.facts.disciplines(draft.record()) & missed).empty()) near.push_back(draft.id());
    }
    finding.field("disciplines");
    for (const RecordId id : context.graph.of_kind(kinds::objective)) {
        // It may be meant for one of these.
        if (context.graph[id].active() && context.facts.disciplines(id).empty()) finding.because(id);
    }
    if (!near.empty())
        finding.note(fmt::format("only {}: {}", near.size() == 1 ? "a draft" : "drafts", join_names(near, Ticks::yes)));
    finding.note("so nobody can tell whether anything gets better there")
        .help(fmt::format(
            "set one that serves several at once: `objective: …`, `disciplines: [{}]`, `measure`, `target`, "
            "`due`, `owner`; or add the discipline to one that is there",
            fmt::join(names, ", ")));
}

}  // namespace ims::rules::discipline_without_objective
