#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool serves_a_party(const Graph& graph, const RecordView& process) {
    for (const RecordView taker : process.linked(fields::process::outputs.to)) {
        if (taker.is(kinds::interested_party)) return true;
    }
    // "This need is met by that process" says it from the other side.
    return std::ranges::any_of(graph.references_to(process.record()), [&](const Edge& edge) {
        const RecordView other = graph[edge.other];
        return other.is(kinds::interested_party) && !other.retired();
    });
}

// The processes from which something reaches a party: what one gives out may pass through others first, and a part
// gives out for the whole. Found by walking back from those that serve a party.
std::unordered_set<RecordId> reaching_a_party(const CheckContext& context) {
    const Graph& graph = context.graph;
    std::unordered_map<RecordId, std::vector<RecordId>> before;
    std::unordered_set<RecordId> reaching;
    std::vector<RecordId> order;
    const auto add = [&](RecordId process) {
        if (reaching.insert(process).second) order.push_back(process);
    };
    for (const RecordId id : graph.of_kind(kinds::process)) {
        const RecordView process = graph[id];
        if (process.retired()) continue;
        for (const RecordId taker : context.facts.flows().next(id)) before[taker].push_back(id);
        for (const RecordView whole : process.linked(fields::process::part_of)) before[id].push_back(whole.record());
        if (serves_a_party(graph, process)) add(id);
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (const RecordId process : before[order[next]]) add(process);
    }
    return reaching;
}

void check(const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    if (graph.may_be_unread(kinds::process) || graph.may_be_unread(kinds::interested_party)) return;
    const std::unordered_set<RecordId> reaching = reaching_a_party(context);
    for (const RecordId id : graph.of_kind(kinds::process)) {
        const RecordView process = graph[id];
        if (process.retired() || process.word(fields::process::type) != "core" || reaching.contains(id)) continue;
        // Without any output, that is the hole.
        if (!process.has(fields::process::outputs) && context.facts.flows().next(id).empty()) continue;
        report.on(process, fmt::format("what core process `{}` gives out reaches no customer", visible(process.id())))
            .note("none of it goes to an interested party, directly or through other processes")
            .help("name who gets it, `to: interested_party/customers`; or make it `type: support`")
            .field("outputs");
    }
}

}  // namespace

IMS_DEFINE_RULE(core_process_without_customer) = {
    .check_folder = check,
    .page =
        R"(None of the outputs of a core process goes to an interested party, neither directly nor through the processes that take
them. A need of an interested party that is `met_by` one of these processes counts too. A core process without any output
is reported by `process-without-output` instead.

## Why it matters

A core process is there for somebody outside: who does not appear in the records is not asked what they need, and is not
told when it cannot be met. Customers and their requirements have to be determined (ISO 9001 5.1.2 and 8.2), as have
interested parties and their needs (harmonised clause 4.2).

## How to mend it

Say who gets the output: `to: interested_party/customers`. If it goes to another process first, name that one, and see that
the chain ends with a party. If the process only helps others, it is one of `type: support`.

To accept it, add an entry to `exceptions` of the process: `rule: core-process-without-customer`, with `reason`, `by` and
`until`. To see it never, write `core-process-without-customer: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
type: core
outputs:
  - item: order slip
    to: process/deliver-flowers
# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
type: core
outputs:
  - item: delivered flowers
)",
    .good = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
type: core
outputs:
  - item: order slip
    to: process/deliver-flowers
# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
type: core
outputs:
  - item: delivered flowers
    to: interested_party/customers
# file: parties/customers.yaml
interested_party: customers
title: Customers
)"};

}  // namespace ims
