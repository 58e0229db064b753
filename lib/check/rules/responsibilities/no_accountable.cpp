#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& process, const CheckContext&, Reporter& report) {
    namespace own = fields::process;
    // The owner is accountable for whatever names nobody else.
    if (process.has(fields::owner)) return;
    std::vector<FieldView> without;
    bool some = false;
    for (const FieldView activity : process[own::activities].children()) {
        if (activity[own::activities.accountable]) some = true;
        else if (activity.is(ValueType::map)) without.push_back(activity);
    }
    // None names anybody: what is missing is the owner, and process-without-owner says so once.
    if (!some) return;
    for (const FieldView& activity : without) {
        const FieldView name = activity[own::activities.name];
        report
            .at(process, name ? name : activity,
                fmt::format("nobody is accountable for activity `{}`", visible(shorten(name.text(), 60))))
            .field(fmt::format("activities[{}].accountable", name.text()))
            .note("the process has no owner either, who would stand in; other activities say who answers for them")
            .help("add `accountable: [ROLE]` to this activity, or give the process an `owner`");
    }
}

IMS_DEFINE_RULE(no_accountable) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(An activity of a process names nobody who is accountable, and the process has no owner who would stand in, while
other activities of the same process do name somebody. Where no activity does, the process simply lacks its owner, and
`process-without-owner` says so once.

## Why it matters

Whoever is accountable decides, and answers for the result. Where nobody is, everybody waits for somebody else. The
standards ask for responsibilities and authorities to be assigned and known (clause 5.3), ISO 9001 for each of the
processes (4.4.1). In the RACI method every activity has exactly one A.

## How to mend it

Write `accountable: [ROLE]` at the activity, or give the process an `owner`: the owner is accountable for all activities
that say nothing else. To live with it for a while, add an entry to `exceptions` of the process with `rule`, `reason`,
`by` and `until`; to change its grade or turn it off, name it under `check.rules` in ims.yaml.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
activities:
  - {name: Plan the round, accountable: [florist], responsible: [driver]}
  - {name: Load and drive, responsible: [driver]}
# file: roles.yaml
role: florist
title: Florist
---
role: driver
title: Driver
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
activities:
  - {name: Plan the round, accountable: [florist], responsible: [driver]}
  - {name: Load and drive, accountable: [florist], responsible: [driver]}
# file: roles.yaml
role: florist
title: Florist
---
role: driver
title: Driver
)"};

}  // namespace ims
