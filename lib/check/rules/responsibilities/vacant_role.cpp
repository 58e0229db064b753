#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

// "`p-05` left on 2026-03-31"
std::string why_gone(const RecordView& person) {
    const auto left = person[fields::person::left].date();
    if (left && !person.retired()) return fmt::format("{} left on {}", ticked(person), to_string(*left));
    return fmt::format("{} is {}", ticked(person), person.retired() ? "retired" : "still a draft");
}

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

}  // namespace

IMS_DEFINE_RULE(vacant_role) = {
    .kinds = {kinds::role},
    .check_record = check,
    .page =
        R"(Nobody holds a role: `holders` is 0, or all the people who are named for it have left, are retired or still a
draft. Where nothing is said of holders, nothing is known, and there is no finding. Nor is there one for a role that
exists only to be included by others, or that is a draft itself. The last day that `left` names still counts as worked.

## Why it matters

On paper the work is assigned; in truth nobody does it. Roles outlive the people in them, and a job description says
nothing of a farewell three months ago. The standards ask for responsibilities to be assigned (clause 5.3) and for the
people that the system needs to be there (7.1 and, for ISO 9001, 7.1.2).

## How to mend it

Name the successor under `people`, or write how many hold it under `holders`. If the role is no longer wanted, give its
work to others and set it to `status: retired` with `replaced_by`. While you look for somebody, accept the finding: an
entry in `exceptions` of the role with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
people: [p-05]
# file: people/p-05.yaml
person: p-05
title: Driver until March
left: 2026-03-31
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
people: [p-05, p-06]
# file: people/p-05.yaml
person: p-05
title: Driver until March
left: 2026-03-31
# file: people/p-06.yaml
person: p-06
title: Driver from April on
)"};

}  // namespace ims
