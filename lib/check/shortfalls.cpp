#include "check/shortfalls.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.h"
#include "check/words.h"
#include "settings/risk_criteria.h"

namespace ims {

std::string told(const Shortfall& shortfall, const Graph& graph) {
    std::string text =
        fmt::format("control {} {}", ticked(graph[shortfall.control]), said_of_control(shortfall, graph));
    if (shortfall.asset.known())
        text += fmt::format(" asset {}, {}", ticked(graph[shortfall.asset]), said_of_asset(shortfall));
    return text;
}

std::string told_shortfalls(const RiskFacts& risk, const Graph& graph) {
    constexpr std::size_t kMost = 3;
    if (!rates(graph.settings().risk)) return std::string(kRatesNothing);
    IMS_ASSERT(!risk.shortfalls.empty(), "nothing falls short");
    std::string text;
    for (std::size_t place = 0; place < std::min(kMost, risk.shortfalls.size()); ++place)
        text += (place == 0 ? "" : "; ") + told(risk.shortfalls[place], graph);
    if (risk.shortfalls.size() > kMost) text += fmt::format("; and {} more", risk.shortfalls.size() - kMost);
    return text;
}

}  // namespace ims
