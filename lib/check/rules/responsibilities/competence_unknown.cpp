#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const auto required = people.required(role.record());
    const Holders& holders = people.holders(role.record());
    if (!role.active() || required.empty()) return;
    // Somebody is compared; nobody is there to compare; who takes the role over is compared.
    if (!holders.people.empty() || holders.vacant() || people.only_included(role.record())) return;
    if (context.graph.may_be_unread(kinds::person) || role[fields::role::people].invalid()) return;
    if (role.has(fields::role::people) && holders.gone.empty()) return;  // names nobody who was found
    std::vector<RecordId> competences;
    for (const RequiredCompetence& each : required) competences.push_back(each.competence);
    auto finding = report.at(role, role[fields::role::competences],
                             fmt::format("role {} asks for {}, and no person is recorded to compare", ticked(role),
                                         join_names(ids_of(context.graph, competences), Ticks::yes)));
    finding.field("competences");
    if (holders.unnamed > 0) finding.note(fmt::format("`holders` says how many hold it, not who: {}", holders.unnamed));
    finding.help("record who holds it (`person: p-01`, a pseudonym will do) with `roles` and `competences`");
}

IMS_DEFINE_RULE(competence_unknown) = {
    .kinds = {kinds::role},
    .check_record = check,
    .page =
        R"(A role asks for competences, itself or through a role that it includes, and no person is recorded as holding
it, so that nobody can be compared. A role that is vacant is not reported, nor one that exists only to be included by
others: who takes it over is compared.

## Why it matters

To know what the work needs is half of it; the other half is evidence that the people who do it have it (clause 7.2 of
all the standards). It may well be kept elsewhere, in a personnel file: then this is a hint of what cannot be seen here.

## How to mend it

Record the people who hold the role, as `person` records with `roles` and `competences`; a pseudonym such as `p-01`
protects their privacy. If the evidence is kept elsewhere on purpose, turn the rule off under `check.rules` in ims.yaml:
`competence-unknown: {grade: off, reason: certificates are kept in the personnel files}`, or accept it for one role by an
entry in its `exceptions` with `rule`, `reason` and `by`.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
holders: 2
competences: [{competence: driving}]
# file: competences/driving.yaml
competence: driving
title: Driving the van
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
holders: 2
competences: [{competence: driving}]
# file: competences/driving.yaml
competence: driving
title: Driving the van
# file: people.yaml
person: p-05
title: Driver on weekdays
roles: [driver]
competences: [{competence: driving, evidence: licence seen}]
---
person: p-06
title: Driver on Saturdays
roles: [driver]
competences: [{competence: driving, evidence: licence seen}]
)"};

}  // namespace ims
