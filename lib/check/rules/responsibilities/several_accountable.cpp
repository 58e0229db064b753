#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    namespace own = fields::process;
    for (const FieldView activity : process[own::activities].children()) {
        std::vector<RecordId> roles;
        for (const FieldView item : activity[own::activities.accountable].children()) {
            const auto role = target_of(context.graph, item);
            if (role && std::ranges::find(roles, role->record()) == roles.end()) roles.push_back(role->record());
        }
        if (roles.size() < 2) continue;
        const std::string_view name = activity[own::activities.name].text();
        report
            .at(process, activity[own::activities.accountable],
                fmt::format("{} roles are accountable for activity `{}`: {}", roles.size(), visible(shorten(name, 60)),
                            join_names(ids_of(context.graph, roles), Ticks::yes)))
            .field(fmt::format("activities[{}].accountable", name))
            .note("where several answer for it, each may leave it to the other")
            .help(fmt::format("keep one of them, for example `accountable: [{}]`, and name the others under "
                              "`responsible` or `consulted`",
                              visible(context.graph[roles.front()].id())));
    }
}

IMS_DEFINE_RULE(several_accountable) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page = R"(An activity of a process names more than one accountable role. The same role written twice counts once.

## Why it matters

To be accountable is to have the last word and to answer for the result. With two last words a decision waits until
both agree, or each takes it for the other's. The standards ask for responsibilities and authorities that are assigned
and understood (clause 5.3; for processes ISO 9001 4.4.1). In the RACI method an activity has many Rs, but one A.

## How to mend it

Keep the role that decides in a dispute, and move the others to `responsible` (does the work), `consulted` (is asked
before) or `informed` (is told after). If two really decide different things, these are two activities. To accept it,
add an entry to `exceptions` of the process with `rule`, `reason`, `by` and `until`, or name the rule under
`check.rules` in ims.yaml.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
owner: florist
activities:
  - {name: Plan the round, accountable: [florist, driver], responsible: [driver]}
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
owner: florist
activities:
  - {name: Plan the round, accountable: [florist], responsible: [driver]}
# file: roles.yaml
role: florist
title: Florist
---
role: driver
title: Driver
)"};

}  // namespace ims
