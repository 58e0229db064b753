#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::vacant_role {
namespace {

// "`p-05` left on 2026-03-31"
Message why_gone(const RecordView& person, Reporter& report) {
    const auto left = person[fields::person::left].date();
    if (left && !person.retired()) return report.say("{} left on {}", person, *left);
    return person.retired() ? report.say("{} is [[retired|no longer there]]", person)
                            : report.say("{} is still a draft", person);
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
    auto finding = report.at(role, place, "nobody holds role {}", role);
    finding.field(holders.gone.empty() ? "holders" : "people");
    std::size_t told = 0;
    for (const RecordId person : holders.gone) {
        if (++told > 5) break;
        const RecordView view = context.graph[person];
        finding.note(why_gone(view, report));
        const FieldView left = view[fields::person::left];
        finding.label(left ? left.span() : view.id_span(), "who held it");
    }
    hand_over_cells(finding, role, context);
    const auto processes = context.facts.processes_of(role.record());
    if (!processes.empty())
        finding.note("it takes part in [[{0} {0:process|processes}: {1}|{0:process|processes} {1}]]", processes.size(),
                     processes);
    if (people.may_stand_in(role.record(), {})) finding.note("for the time being only its deputies are there");
    finding.help(
        "name who has it now[[ under `people` (or say how many under `holders`), or set the role to `status: retired` "
        "and give its work to others|, or give up the role and give its work to others]]");
}

}  // namespace ims::rules::vacant_role
