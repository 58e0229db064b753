#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    // A draft is still to be filled; and what could not be read may give it something to do.
    if (!role.active() || !context.facts.people().idle(role.record()) || context.graph.anything_unread()) return;
    if (role[fields::role::responsibilities].invalid() || role[fields::role::processes].invalid()) return;
    report.on(role, fmt::format("role {} has nothing to do", ticked(role)))
        .field("responsibilities")
        .note("it has no responsibilities, takes part in no process, and no record names it for anything")
        .help("add `responsibilities`, name it where it takes part, or set it to `status: retired`");
}

IMS_DEFINE_RULE(empty_role) = {
    .kinds = {kinds::role},
    .check_record = check,
    .page =
        R"(A role has no responsibilities of its own or from a role that it includes, takes part in no process, and no
other record names it for anything: as owner, consulted or informed, approver, auditor, lead of a discipline, member of a
team. That others report to it, deputise for it, must be apart from it or are named as its holders is not something to do.
A role that others include for its competences has that purpose.

## Why it matters

The standards ask for responsibilities and authorities to be assigned and understood (clause 5.3). A title without work
is either left over, or its work is known to everybody except the records; then risks, deputies and training are left
out for it too.

## How to mend it

Write what the role does under `responsibilities`, name it where it takes part in a process, or, if it is left over, set
it to `status: retired`. To accept it, add an entry to `exceptions` of the role with `rule`, `reason` and `by`, or name
the rule under `check.rules` in ims.yaml.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
holders: 2
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
holders: 2
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
)"};

}  // namespace ims
