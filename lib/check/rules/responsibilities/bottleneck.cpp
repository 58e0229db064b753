#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kFewest = 6;

bool is_too_much(std::size_t processes, const CheckContext& context) {
    return processes >= kFewest && processes * 3 > context.facts.processes().size();
}

void check(const RecordView& who, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const auto processes = people.accountable_for(who.record());
    if (!is_too_much(processes.size(), context)) return;
    std::vector<RecordId> roles;
    if (who.is(kinds::person)) {
        for (const RecordId role : people.roles_of(who.record())) {
            if (people.the_one(role) != who.record()) continue;
            if (is_too_much(people.accountable_for(role).size(), context)) return;  // said of the role
            if (!people.accountable_for(role).empty()) roles.push_back(role);
        }
    }
    auto finding = report.on(who, fmt::format("{} {} is accountable for {} of {} processes", who.kind_name(),
                                              ticked(who), processes.size(), context.facts.processes().size()));
    finding.note(join_names(ids_of(context.graph, processes), Ticks::yes, 8));
    if (!roles.empty()) finding.note("through " + join_names(ids_of(context.graph, roles), Ticks::yes));
    finding.help(
        "give some of these processes another `owner`: who does most of the work, or decides most of it anyway");
}

}  // namespace

IMS_DEFINE_RULE(bottleneck) = {
    .kinds = {kinds::role, kinds::person},
    .check_record = check,
    .page =
        R"(One role or person is accountable for more than a third of the processes in force, and for at least six. The
owner of a process is accountable for it; where it has none, those are who are accountable for its activities. A person
counts with the processes that are their own and with those of the roles that nobody else holds; where a single one of
those roles is already too much, only the role is reported.

## Why it matters

Whoever answers for everything decides late and looks at little. It is a hint, not a fault: in a small organisation the
owner answers for most of it, and rightly so. The standards ask for responsibilities and authorities to be assigned
(clause 5.3) and for managers to be supported in their own areas (5.1).

## How to mend it

Give some of the processes another `owner`. Whoever does most of the work is often the one who decides anyway. To accept
it, add an entry to `exceptions` of the role or person with `rule`, `reason` and `by`, or turn it off under `check.rules`
in ims.yaml: `bottleneck: {grade: off, reason: …}`.
)",
    .bad = R"(# file: processes.yaml
process: sell
title: Sell
owner: shop-owner
---
process: buy
title: Buy
owner: shop-owner
---
process: deliver
title: Deliver
owner: shop-owner
---
process: keep-accounts
title: Keep accounts
owner: shop-owner
---
process: look-after-people
title: Look after people
owner: shop-owner
---
process: look-after-premises
title: Look after the premises
owner: shop-owner
# file: roles.yaml
role: shop-owner
title: Shop owner
---
role: florist
title: Florist
)",
    .good = R"(# file: processes.yaml
process: sell
title: Sell
owner: shop-owner
---
process: buy
title: Buy
owner: florist
---
process: deliver
title: Deliver
owner: florist
---
process: keep-accounts
title: Keep accounts
owner: shop-owner
---
process: look-after-people
title: Look after people
owner: shop-owner
---
process: look-after-premises
title: Look after the premises
owner: shop-owner
# file: roles.yaml
role: shop-owner
title: Shop owner
---
role: florist
title: Florist
)"};

}  // namespace ims
