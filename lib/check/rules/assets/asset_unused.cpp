#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// A process names it in any way, something needs it or falls back on it, or a control works with it. What could happen
// to it, or did, is no use. What is still a draft will use it.
bool uses(const RecordView& user, const Edge& edge) {
    if (user.retired()) return false;
    if (user.is(kinds::process)) return true;
    if (user.is(kinds::control)) return edge.field == fields::control::assets;
    return edge.field == fields::asset::needs.what || edge.field == fields::asset::needs.alternatives;
}

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    if (!asset.active() || graph.anything_unread() || !asset.linked(fields::asset::processes).empty()) return;
    const auto references = graph.references_to(asset.record());
    if (std::ranges::any_of(references, [&](const Edge& edge) { return uses(graph[edge.other], edge); })) return;
    // A name that leads nowhere was reported; it was meant to be a process.
    if (asset.has(fields::asset::processes)) return;
    report.on(asset, fmt::format("no process uses asset `{}`, and nothing needs it", visible(asset.id())))
        .field("processes")
        .help(
            "name the processes that use it under `processes`, or name it under `needs` of what relies on it; if "
            "nobody "
            "needs it, say `status: retired`");
}

}  // namespace

IMS_DEFINE_RULE(asset_unused) = {
    .kinds = {kinds::asset},
    .check_record = check,
    .page =
        R"(No process names an asset, from neither side; nothing names it under `needs`, nor as an alternative; and no control works
with it. Risks, obligations and incidents that name it are no use of it. A draft that names it counts, a retired record does
not. If a file cannot be read, nothing is reported, since it may hold the link.

## Why it matters

Either a link was forgotten, and then the risks of the asset reach none of the processes that rely on it: no role is asked
about them, and recovery times are worked out without it (ISO 22301 8.2.2, ISO 9001 7.1.3). Or nobody uses the asset, and
then it costs money, keeps data that nobody watches and waits for somebody to carry it off (ISO/IEC 27001 A.5.9, A.5.11).

## How to mend it

Name the processes that use it under `processes`, or the asset under `assets` of the process. If another asset, a site or a
supplier relies on it, name it there under `needs`; if a control works with it, under `assets` of the control. If nobody
needs it, say `status: retired`.

To accept it, add an entry to `exceptions` with `rule: asset-unused`, `reason` and `by`.
)",
    .bad = R"(# file: assets/old-laptop.yaml
asset: old-laptop
title: The old laptop in the back office
type: equipment
# file: processes/keep-accounts.yaml
process: keep-accounts
title: Keep the accounts
)",
    .good = R"(# file: assets/old-laptop.yaml
asset: old-laptop
title: The old laptop in the back office
type: equipment
# file: processes/keep-accounts.yaml
process: keep-accounts
title: Keep the accounts
assets: [old-laptop]
)"};

}  // namespace ims
