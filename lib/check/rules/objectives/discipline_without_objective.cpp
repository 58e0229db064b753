#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool any_invalid(const FieldView& list) {
    for (const FieldView item : list.children()) {
        if (item.invalid()) return true;
    }
    return list.invalid();
}

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
    finding.about({}, names);
    std::vector<std::string_view> near;
    for (const RecordView& draft : drafts) {
        if (!(context.facts.disciplines(draft.record()) & missed).empty()) near.push_back(draft.id());
    }
    finding.field("disciplines");
    if (!near.empty())
        finding.note(fmt::format("only {}: {}", near.size() == 1 ? "a draft" : "drafts", join_names(near, Ticks::yes)));
    finding.note("so nobody can tell whether anything gets better there")
        .help(fmt::format(
            "set one that serves several at once: `objective: …`, `disciplines: [{}]`, `measure`, `target`, "
            "`due`, `owner`; or add the discipline to one that is there",
            fmt::join(names, ", ")));
}

}  // namespace

IMS_DEFINE_RULE(discipline_without_objective) = {
    .check_folder = check,
    .page =
        R"(A discipline in force has no active objective: none names it among its `disciplines`. One finding names all such
disciplines and points at the first in `ims.yaml`. If a file with objectives cannot be read, nothing is reported.

## Why it matters

Clause 6.2 of ISO 9001, 14001, 45001, 27001 and 22301 asks for objectives, at the functions and levels where they matter.
A discipline without any is kept running and never led anywhere; the policy (5.2) has nothing to show for its words.

## How to mend it

Choose the one thing that would tell you that you got better in it, and set an objective: `measure`, `target`, `due`,
`owner`, `actions`. One objective may serve several disciplines: less waste is a matter of money and of the environment.
The finding is on no record, so it takes no exception: to accept it, write
`discipline-without-objective: {grade: off, reason: …}` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: objectives/less-waste.yaml
objective: less-waste
title: Less in the bin
disciplines: [environment, quality]
measure: Kilograms of flowers thrown away a week
)",
    .good = R"(# file: objectives/less-waste.yaml
objective: less-waste
title: Less in the bin
disciplines: [environment, quality]
measure: Kilograms of flowers thrown away a week
# file: objectives/sound-and-ready.yaml
objective: sound-and-ready
title: Nobody hurt, nothing lost, open again the same day
disciplines: [health-and-safety, information-security, business-continuity]
measure: Findings of the yearly drill with slips, exits and the box at the bakery
)"};

}  // namespace ims
