#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::role_without_deputy {
namespace {

// Deputies who are named and not there any more, or not yet. Somebody who is there, or may be: none.
std::vector<RecordView> deputies_gone(const RecordView& role, const CheckContext& context) {
    std::vector<RecordView> gone;
    for (const FieldView item : role[fields::role::deputies].children()) {
        const auto deputy = target_of(context.graph, item);
        if (!deputy || deputy->record() == role.record()) return {};  // reported as such
        const bool here =
            deputy->is(kinds::person) ? context.facts.people().is_here(deputy->record()) : deputy->active();
        if (here) return {};
        gone.push_back(*deputy);
    }
    return gone;
}

// The first process that must not stand still in which the role takes part.
RecordId prioritised_process(const RecordView& role, const CheckContext& context) {
    const auto processes = context.facts.processes_of(role.record());
    const auto found = std::ranges::find_if(processes, [&](RecordId process) {
        const FieldView continuity = context.graph[process][fields::process::continuity];
        return continuity[fields::process::continuity.prioritised].yes().value_or(false);
    });
    return found == processes.end() ? RecordId() : *found;
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const Holders& holders = people.holders(role.record());
    // Two stand in for each other; an empty chair, a role without work and one that others take over are another
    // matter.
    if (holders.vacant() || people.only_included(role.record()) || people.idle(role.record()))
        return report.not_asked(role);
    if (holders.count() >= 2) return;
    if (!holders.known && context.graph.may_be_unread(kinds::person)) return;
    const FieldView written = role[fields::role::deputies];
    const std::vector<RecordView> gone = deputies_gone(role, context);
    if (written && gone.empty()) return;

    auto finding = report.at(role, written,
                             gone.empty() ? fmt::format("role {} has no deputy", ticked(role))
                                          : fmt::format("no deputy of role {} is there", ticked(role)));
    finding.field("deputies").because(role.record());
    for (const RecordView& each : gone) {
        finding.because(each.record());
        const auto left = each[fields::person::left].date();
        finding.note(each.active() && left ? fmt::format("{} left on {}", ticked_holder(each), to_string(*left))
                                           : fmt::format("{} is still a draft", ticked_holder(each)));
    }
    if (const RecordId process = prioritised_process(role, context); process.known()) {
        finding.grade(Grade::high)
            .note(fmt::format("it takes part in process {}, which is prioritised for continuity",
                              ticked(context.graph[process])));
        finding.label(context.graph[process].id_span(), "the process");
    } else if (const auto processes = context.facts.processes_of(role.record()); !processes.empty()) {
        finding.note(fmt::format("it takes part in {}: {}", counted(processes.size(), "process", "processes"),
                                 join_names(ids_of(context.graph, processes), Ticks::yes)));
    }
    finding.help(holders.known ? "name who stands in: `deputies: [ROLE]`, or `deputies: [person/ID]`"
                               : "name who stands in: `deputies: [ROLE]`; if several people hold the role, say so with "
                                 "`holders: 2` or under `people`");
}

}  // namespace ims::rules::role_without_deputy
