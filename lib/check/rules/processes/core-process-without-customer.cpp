#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::core_process_without_customer {
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

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    if (graph.may_be_unread(kinds::process) || graph.may_be_unread(kinds::interested_party)) return;
    const std::unordered_set<RecordId> reaching = reaching_a_party(context);
    for (const RecordId id : graph.of_kind(kinds::process)) {
        const RecordView process = graph[id];
        if (!process.active() || process.word(fields::process::type) != "core" || reaching.contains(id)) continue;
        // Without any output, that is the hole.
        const std::vector<RecordId> next = context.facts.flows().next(id);
        if (!process.has(fields::process::outputs) && next.empty()) continue;
        auto finding = report.on(process, "what core process {} gives out reaches no customer", process);
        finding.because(id);
        for (const RecordId taker : next) finding.because(taker);
        finding.note("none of it goes to an interested party, directly or through other processes")
            .help(
                "name who gets it[[, `to: interested_party/customers`]]; or [[make it `type: support`|class it as a "
                "support process]]")
            .field("outputs");
    }
}

}  // namespace ims::rules::core_process_without_customer
