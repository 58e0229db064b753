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

// At home in what the role answers for; where that is nothing, in all that its processes carry and it does not exclude.
void hand_over_cells(FindingBuilder& finding, const RecordView& role, const CheckContext& context) {
    const DisciplineSet excluded = context.settings.keys_of(role[fields::role::not_applicable]);
    for (const RecordId process : context.facts.processes_of(role.record())) {
        const ProcessFacts& facts = *context.facts.process(process);
        const DisciplineSet answered = facts.concerned & facts.participant(role.record())->answers_for();
        finding.cell(process, answered.empty() ? facts.concerned.without(excluded) : answered);
    }
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const Holders& holders = people.holders(role.record());
    // What others only take over is held by those who hold them; of what nobody says, nothing is known.
    if (!holders.known || people.only_included(role.record())) return report.not_asked(role);
    if (!holders.vacant()) return;
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
    hand_over_cells(finding, role, context);
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
