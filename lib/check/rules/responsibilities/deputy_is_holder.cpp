#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const Holders& holders = people.holders(role.record());
    const RecordId one = people.the_one(role.record());
    for (const FieldView item : role[fields::role::deputies].children()) {
        const auto deputy = target_of(context.graph, item);
        if (!deputy || deputy->record() == role.record()) continue;  // self-reference says so
        const bool person = deputy->is(kinds::person);
        const bool holds = person ? std::ranges::find(holders.people, deputy->record()) != holders.people.end()
                                  : one.known() && people.the_one(deputy->record()) == one;
        if (!holds) continue;
        const RecordView holder = context.graph[person ? deputy->record() : one];
        auto finding = report.at(
            role, item,
            person ? fmt::format("{} holds role {}, and is named as its deputy", ticked_holder(holder), ticked(role))
                   : fmt::format("role {} and its deputy {} are held by one person, {}", ticked(role), ticked(*deputy),
                                 ticked(holder)));
        finding.field("deputies").key(std::string(item.text()));
        // The wrong name does no harm while somebody else is there.
        if (holders.count() >= 2 || people.may_stand_in(role.record(), holder.record())) finding.grade(Grade::low);
        else finding.note("when this person is away, nobody stands in");
        finding.help("name somebody else: a role that another person holds, or `person/ID`");
    }
}

IMS_DEFINE_RULE(deputy_is_holder) = {
    .kinds = {kinds::role},
    .check_record = check,
    .page =
        R"(A deputy is the person who holds the role: named as `person/ID`, or by a role that the same one person holds.
Where somebody else is there anyway, a second holder or another deputy, the finding is low. It is found only where the
people behind the roles are recorded.

## Why it matters

In a small organisation one person wears several hats, and a table of deputies looks complete because it names hats. When
that person falls ill, the role and its deputy are away together. ISO 22301 asks for alternates (8.4.2); the other
standards ask for the people that the system needs (7.1).

## How to mend it

Name a deputy who is somebody else: a role that another person holds, or `person/ID`. If there is nobody, say so: take
the deputy out and accept `role-without-deputy` by an entry in `exceptions` of the role, with `rule`, `reason`, `by` and
`until`. This rule too can be accepted there, or regraded under `check.rules` in ims.yaml.
)",
    .bad = R"(# file: roles.yaml
role: bookkeeper
title: Bookkeeper
people: [p-07]
deputies: [payroll-clerk]
---
role: payroll-clerk
title: Payroll clerk
people: [p-07]
deputies: [bookkeeper]
---
person: p-07
title: Works two mornings a week
)",
    .good = R"(# file: roles.yaml
role: bookkeeper
title: Bookkeeper
people: [p-07]
deputies: [shop-owner]
---
role: payroll-clerk
title: Payroll clerk
people: [p-07]
deputies: [shop-owner]
---
role: shop-owner
title: Shop owner
people: [p-01]
deputies: [bookkeeper]
---
person: p-07
title: Works two mornings a week
---
person: p-01
title: Runs the shop
)"};

}  // namespace ims
