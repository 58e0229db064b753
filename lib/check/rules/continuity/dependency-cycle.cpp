#include <algorithm>
#include <vector>

#include "assess/needs/need_circles.h"
#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "schema/fields.h"

namespace ims::rules::dependency_cycle {
namespace {

std::vector<Cells> processes_on(const NeedCircle& circle, const CheckContext& context) {
    std::vector<Cells> cells;
    for (const RecordId step : circle.way) {
        if (context.facts.process(step) != nullptr) cells.push_back({step, continuity_only(context.settings)});
    }
    return cells;
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (!continuity_discipline(context.settings)) return;
    const Graph& graph = context.graph;
    for (NeedCircle& circle : find_need_circles(context.facts.needs())) {
        // Told at one that is in force: a draft is still being written.
        const auto begin = std::ranges::find_if(circle.way, [&](RecordId step) { return graph[step].active(); });
        if (begin == circle.way.end()) continue;
        std::ranges::rotate(circle.way, begin);
        const RecordView first = graph[circle.way.front()];
        constexpr std::size_t kMost = 8;
        std::vector<Message> way;
        for (const RecordId step : circle.way) {
            if (way.size() == kMost) {
                way.push_back(report.say("{0} more {0:step|steps}", circle.way.size() - kMost));
                break;
            }
            way.push_back(report.say("{}", step));
        }
        way.push_back(report.say("{}", first));
        auto finding =
            continuity_finding(first, context, report, first.id_span(),
                               report.say("{} needs itself to be back: {:all}", kind_and_id(first, report.arena()),
                                          listed_by(Joined::by_arrows, way)),
                               {}, processes_on(circle, context));
        if (!finding) continue;
        finding->field("needs");
        for (const RecordId step : circle.way) {
            finding->because(step);
            if (step != first.record() && circle.way.size() <= kMost)
                finding->label(graph[step].id_span(), "on the way");
        }
        if (circle.members > circle.way.size())
            finding->note(
                "{0} more [[{0:record hangs|records hang}|{0:thing hangs|things hang}]] in circles with these",
                circle.members - circle.way.size());
        finding->note("nobody can tell which to bring back first; each counts as back when the slowest of them is");
        finding->help(
            "[[take out the need that is none, or say under `needs` how long one can do without the next: "
            "`workaround: 2 h`|find out which of these does not really need the next, or how long it can do without "
            "it]]");
    }
}

}  // namespace ims::rules::dependency_cycle
