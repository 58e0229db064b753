#include <algorithm>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::asset_unused {
namespace {

// A process names it in any way, something needs it or falls back on it, or a control works with it. What could happen
// to it, or did, is no use. What is still a draft will use it.
bool uses(const RecordView& user, const Edge& edge) {
    if (user.retired()) return false;
    if (user.is(kinds::process)) return true;
    if (user.is(kinds::control)) return edge.field == fields::control::assets;
    return edge.field == fields::asset::needs.what || edge.field == fields::asset::needs.alternatives;
}

}  // namespace

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    if (graph.anything_unread() || !asset.linked(fields::asset::processes).empty()) return;
    const auto references = graph.references_to(asset.record());
    if (std::ranges::any_of(references, [&](const Edge& edge) { return uses(graph[edge.other], edge); })) return;
    // A name that leads nowhere was reported; it was meant to be a process.
    if (asset.has(fields::asset::processes)) return;
    report.on(asset, "no process uses asset {}, and nothing needs it", asset)
        .field("processes")
        .asks_for(asset, {fields::asset::processes})
        .because(asset.record())
        .help(
            "name the processes that use it[[ under `processes`]], or [[name it under `needs` of ]]what relies on it; "
            "if nobody needs it, [[say `status: retired`|mark it as retired]]");
}

}  // namespace ims::rules::asset_unused
