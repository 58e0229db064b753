#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// A draft is no evidence.
bool is_measured(const RecordView& process) {
    for (const RecordView objective : process.linked(fields::process::objectives)) {
        if (objective.active()) return true;
    }
    return false;
}

// The process itself, a whole that it is part of, or a part.
bool is_measured_somewhere(const RecordView& process, const CheckContext& context) {
    std::unordered_set<RecordId> seen;
    for (auto at = std::optional(process); at && seen.insert(at->record()).second;) {
        if (is_measured(*at)) return true;
        at = target_of(context.graph, (*at)[fields::process::part_of]);
    }
    return std::ranges::any_of(context.facts.parts(process.record()),
                               [&](RecordId part) { return is_measured(context.graph[part]); });
}

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const bool unread = context.graph.may_be_unread(kinds::objective) || context.graph.may_be_unread(kinds::process);
    if (unread || process[fields::process::objectives].invalid() || is_measured_somewhere(process, context)) return;
    FindingBuilder finding = report.on(process, fmt::format("process `{}` has no objective", visible(process.id())));
    finding.field("objectives");
    for (const RecordView draft : process.linked(fields::process::objectives)) {
        finding.note(fmt::format("objective `{}` is only a draft", visible(draft.id())))
            .help(fmt::format("finish objective `{}`, and delete its `status: draft`", visible(draft.id())));
        return;
    }
    finding.note("so nobody can tell whether it works well or gets worse")
        .help("link one that exists, or add a record `objective: …` with `measure` and `target`");
}

}  // namespace

IMS_DEFINE_RULE(process_without_objective) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process has no objective: neither itself, nor the whole that it is part of, nor a part of it. The link may be written on
either side (`process.objectives` or `objective.processes`). An objective that is a draft does not count.

## Why it matters

A process that nothing is measured by gets worse unnoticed, and nobody can show that it got better. Criteria and indicators
are needed for every process (ISO 9001 4.4.1 c), objectives at the functions and levels where they matter (harmonised
clause 6.2), and monitoring of what counts (9.1).

## How to mend it

Choose one thing that shows whether the process does its job: deliveries on time, wrong orders in a week, days until the
figures are ready. Write an objective with `measure`, `target`, `owner` and `due`, and link it. One objective may serve
several processes and several disciplines.

To accept it, add an entry to `exceptions` of the process: `rule: process-without-objective`, with `reason`, `by` and
`until`. To see it never, write `process-without-objective: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
)",
    .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
objectives: [on-time-deliveries]
# file: objectives/on-time-deliveries.yaml
objective: on-time-deliveries
title: Deliveries arrive within the promised hour
disciplines: [quality]
measure: Share of deliveries within the promised hour
unit: percent
target: 97
)"};

}  // namespace ims
