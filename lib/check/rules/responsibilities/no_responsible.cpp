#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    namespace own = fields::process;
    // Who does the work of the process does it in its activities too.
    if (process.has(own::responsible)) return;
    std::vector<FieldView> without;
    std::size_t activities = 0;
    for (const FieldView activity : process[own::activities].children()) {
        if (!activity.is(ValueType::map)) continue;
        ++activities;
        if (!activity[own::activities.responsible]) without.push_back(activity);
    }
    constexpr std::string_view why = "work that is everybody's is left to the one who happens to be there";
    if (activities == 0) {
        if (process[own::activities].invalid() || !process.lacks(own::roles)) return;
        if (context.graph.may_be_unread(kinds::role)) return;
        const auto says_so = [](const RaciEntry& each) {
            return (each.whole & static_cast<std::uint8_t>(Raci::responsible)) != 0;
        };
        if (std::ranges::any_of(context.facts.people().raci(context.facts, process.record()), says_so)) return;
        report.on(process, fmt::format("nobody is named who does the work of process {}", ticked(process)))
            .field("responsible")
            .note(std::string(why))
            .help("add `responsible: [ROLE]` to the process, or a responsibility that names it to a role");
    } else if (without.size() == activities) {
        report
            .on(process, fmt::format("nobody is named who does the work of process {}, nor of {}", ticked(process),
                                     activities == 1 ? "its activity" : "any of its activities"))
            .field("responsible")
            .note(std::string(why))
            .help("add `responsible: [ROLE]` to the process, or to each of its activities");
    } else {
        for (const FieldView& activity : without) {
            const FieldView name = activity[own::activities.name];
            report
                .at(process, name ? name : activity,
                    fmt::format("nobody is named who does activity `{}`", visible(shorten(name.text(), 60))))
                .field(fmt::format("activities[{}].responsible", name.text()))
                .note(std::string(why))
                .help("add `responsible: [ROLE]` to this activity, or to the process for all that say nothing else");
        }
    }
}

IMS_DEFINE_RULE(no_responsible) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page = R"(An activity names nobody who does it, and the process names nobody for all its activities. Or a process
without activities names nobody at all: no `responsible`, no role that takes part by the link `roles`, and no role with a
responsibility for it. Where no activity names anybody, the finding stands once, at the process.

## Why it matters

What nobody is named for is done by whoever happens to be there, or not at all. The standards ask for responsibilities
to be assigned and known (clause 5.3), ISO 9001 for each of the processes (4.4.1). It is also what the other rules build
on: who is named takes part, and needs a word on safety, security or waste in the job description.

## How to mend it

Add `responsible: [ROLE]` to the activity, or to the process for all activities that say nothing else. To live with it
for a while, add an entry to `exceptions` of the process with `rule`, `reason`, `by` and `until`; to change its grade or
turn it off, name it under `check.rules` in ims.yaml.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
owner: florist
activities:
  - {name: Plan the round, responsible: [driver]}
  - {name: Load and drive}
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
  - {name: Plan the round, responsible: [driver]}
  - {name: Load and drive, responsible: [driver]}
# file: roles.yaml
role: florist
title: Florist
---
role: driver
title: Driver
)"};

}  // namespace ims
