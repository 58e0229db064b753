#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "assess/continuity.h"
#include "assess/need_circles.h"
#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

void check(const CheckContext& context, Reporter& report) {
    if (!continuity_discipline(context.settings)) return;
    const Graph& graph = context.graph;
    for (const NeedCircle& circle : find_need_circles(context.facts.recovery())) {
        const RecordView first = graph[circle.way.front()];
        constexpr std::size_t kMost = 8;
        std::string way;
        for (std::size_t index = 0; index < circle.way.size(); ++index) {
            if (index == kMost) {
                way += fmt::format("{} → ", counted(circle.way.size() - kMost, "more step"));
                break;
            }
            way += ticked(graph[circle.way[index]]) + " → ";
        }
        way += ticked(first);
        auto finding = continuity_finding(first, context, report, first.id_span(),
                                          fmt::format("{} needs itself to be back: {}", kind_and_id(first), way));
        if (!finding) continue;
        finding->field("needs");
        for (const RecordId step : circle.way) {
            if (step != first.record() && circle.way.size() <= kMost)
                finding->label(graph[step].id_span(), "on the way");
        }
        if (circle.members > circle.way.size())
            finding->note(fmt::format("{} in circles with these", counted(circle.members - circle.way.size(),
                                                                          "more record hangs", "more records hang")));
        finding->note("nobody can tell which to bring back first; each counts as back when the slowest of them is");
        finding->help(
            "take out the need that is none, or say under `needs` how long one can do without the next: "
            "`workaround: 2 h`");
    }
}

}  // namespace

IMS_DEFINE_RULE(dependency_cycle) = {
    .check_folder = check,
    .page =
        R"(Things need each other in a circle: the till needs the network, and the network the server room, and the server room
the till. Reported once for each circle, at its first record in the order of files, with a shortest way round. A need with
a `workaround` or `alternatives` closes no circle, for it does not have to be back first. A record that names itself is
the matter of `self-reference`. It speaks only where `business-continuity` is in force.

## Why it matters

After a disruption everything in the circle waits for the rest of it, and nobody knows where to begin. ISO 22301 8.2.2
has dependencies determined; 8.4.4 has plans that say in which order things come back. For `slow-dependency` all in a
circle are back when the slowest of them is.

## How to mend it

Mostly one of the needs is not one: take it out. If it is real, find out how the circle is started after a blackout and
write that down: `workaround` in the entry under `needs` for how long one can run without the next. To accept it, add an
entry to `exceptions` of the record where it is reported with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: assets/network.yaml
asset: network
title: Network
needs: [{what: asset/login-server}]
# file: assets/login-server.yaml
asset: login-server
title: Login server
needs: [{what: asset/network}]
)",
    .good = R"(# file: assets/network.yaml
asset: network
title: Network
needs: [{what: asset/login-server, workaround: 8 h}]
# file: assets/login-server.yaml
asset: login-server
title: Login server
needs: [{what: asset/network}]
)"};

}  // namespace ims
