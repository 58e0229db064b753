#include "check/shortfalls.h"

#include <vector>

#include "base/assert.h"
#include "settings/risk_criteria.h"

namespace ims {

Message told_shortfalls(const RiskFacts& risk, const Graph& graph, Arena& arena) {
    if (!rates(graph.settings().risk)) return kRatesNothing;
    IMS_ASSERT(!risk.shortfalls.empty(), "nothing falls short");
    constexpr std::size_t kMost = 3;
    std::vector<Message> told;
    for (const Shortfall& each : risk.shortfalls) {
        if (told.size() == kMost) break;
        told.push_back(ims::told(each, graph, arena));
    }
    const auto list = listed_by(Joined::by_semicolons, told);
    return risk.shortfalls.size() > kMost
               ? make_message(arena, "{:all}; and {} more", list, risk.shortfalls.size() - kMost)
               : make_message(arena, "{:all}", list);
}

}  // namespace ims
