#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::vacant_role {
namespace {

// "`p-05` left on 2026-03-31"
std::string why_gone(const RecordView& person) {
    const auto left = person[fields::person::left].date();
    if (left && !person.retired()) return fmt::format("{} left on {}", ticked(person), to_string(*left));
    return fmt::format("{} is {}", ticked(person), person.retired() ? "retired" : "still a draft");
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const Holders& holders = people.holders(role.record());
    // A draft has no holders yet; what others only take over is held by those who hold them.
    if (!role.active() || !holders.vacant() || people.only_included(role.record())) return;
    const FieldView place = role[holders.gone.empty() ? fields::role::holders : fields::role::people];
    auto finding = report.at(role, place, fmt::format("nobody holds role {}", ticked(role)));
    finding.field(holders.gone.empty() ? "holders" : "people");
    std::size_t told = 0;
    for (const RecordId person : holders.gone) {
        if (++told > 5) break;
        const RecordView view = context.graph[person];
        finding.note(why_gone(view));
        const FieldView left = view[fields::person::left];
        finding.label(left ? left.span() : view.id_span(), "who held it");
    }
    const auto processes = context.facts.processes_of(role.record());
    if (!processes.empty()) {
        finding.note(fmt::format("it takes part in {}: {}", counted(processes.size(), "process", "processes"),
                                 join_names(ids_of(context.graph, processes), Ticks::yes)));
    }
    if (people.may_stand_in(role.record(), {})) finding.note("for the time being only its deputies are there");
    finding.help(
        "name who has it now under `people` (or say how many under `holders`), or set the role to "
        "`status: retired` and give its work to others");
}

}  // namespace ims::rules::vacant_role
