#include <algorithm>

#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    // Who takes it over is asked instead; and who has nothing to do needs to know nothing.
    if (people.only_included(role.record()) || people.idle(role.record())) return;
    if (role.has(fields::role::competences)) return;
    if (role.has(fields::role::includes) && context.graph.may_be_unread(kinds::role)) return;
    const std::vector<RecordId> included = included_roles(context.graph, role.record());
    if (std::ranges::any_of(included,
                            [&](RecordId each) { return context.graph[each].has(fields::role::competences); }))
        return;
    auto finding =
        report.on(role, fmt::format("role {} does not say what its holders must be able to do", ticked(role)));
    finding.field("competences");
    finding.help("add `competences: [{competence: COMPETENCE}]`, or include a role that has some");
}

IMS_DEFINE_RULE(role_without_competence) = {
    .kinds = {kinds::role},
    .check_record = check,
    .page =
        R"(A role asks for no competence, neither itself nor through a role that it includes. There is no finding for a
role that exists only to be included by others, nor for one that has nothing to do.

## Why it matters

The standards ask to determine what people have to be able to do whose work affects quality, safety, security,
environment or continuity (clause 7.2). Without it, nobody can say whether a newcomer may be left alone with the work,
or whether a deputy could do it.

## How to mend it

Write a `competence` record for what the work needs, and name it under `competences` of the role. What everybody has to
know fits well in one role such as `staff`, which the others take over with `includes`. To accept it, add an entry to
`exceptions` of the role with `rule`, `reason` and `by`, or name the rule under `check.rules` in ims.yaml.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
competences: [{competence: driving}]
# file: competences/driving.yaml
competence: driving
title: Driving the van
)"};

}  // namespace ims
