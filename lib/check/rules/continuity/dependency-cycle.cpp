#include <algorithm>
#include <span>
#include <vector>

#include "assess/needs/need_circles.h"
#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
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

// At one that is in force, since a draft is still being written; whoever accepts it does so for all. Whether there is
// one.
bool begin_where_it_is_told(NeedCircle& circle, const CheckContext& context, const Reporter& report) {
    const Graph& graph = context.graph;
    const DisciplineSet about = continuity_only(context.settings);
    const auto begin = std::ranges::find_if(circle.way, [&](RecordId step) { return graph[step].active(); });
    if (begin == circle.way.end()) return false;
    const auto accepting = std::ranges::find_if(
        circle.way, [&](RecordId step) { return graph[step].active() && report.accepts(graph[step], about); });
    std::ranges::rotate(circle.way, accepting == circle.way.end() ? begin : accepting);
    return true;
}

constexpr std::size_t kMost = 8;  // steps that are shown

// Read at any of its records, it says the same.
Message told(const NeedCircle& circle, const Graph& graph, Reporter& report) {
    const RecordView first = graph[circle.way.front()];
    const bool one_kind = std::ranges::all_of(circle.way, [&](RecordId step) { return graph[step].is(first.kind()); });
    const auto name = [&](RecordId step) { return one_kind ? report.say("{}", step) : report.say("{}", full(step)); };
    std::vector<Message> way;
    for (const RecordId step : std::span(circle.way).first(std::min(circle.way.size(), kMost)))
        way.push_back(name(step));
    if (circle.way.size() > kMost) way.push_back(report.say("{0} more {0:step|steps}", circle.way.size() - kMost));
    way.push_back(name(first.record()));
    const auto round = listed_by(Joined::by_arrows, way);
    return one_kind ? report.say("these {} need one another to be back: {:all}", plural(first.kind()), round)
                    : report.say("these need one another to be back: {:all}", round);
}

// Any of these is one, to whoever asks about it.
std::vector<Side> sides_of(const NeedCircle& circle, const Graph& graph) {
    std::vector<Side> sides;
    for (const RecordId step : circle.way) sides.push_back({graph[step].id_span(), step});
    return sides;
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (!continuity_discipline(context.settings)) return;
    const Graph& graph = context.graph;
    for (NeedCircle& circle : find_need_circles(context.facts.needs())) {
        if (!begin_where_it_is_told(circle, context, report)) continue;
        const RecordView first = graph[circle.way.front()];
        auto finding = continuity_finding(first, context, report, first.id_span(), told(circle, graph, report), {},
                                          processes_on(circle, context));
        if (!finding) continue;
        finding->field("needs").sides(sides_of(circle, graph), "on the way");
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
