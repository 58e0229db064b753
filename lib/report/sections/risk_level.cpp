#include "report/sections/risk_level.h"

#include <algorithm>

#include <fmt/format.h>

#include "settings/risk_criteria.h"

namespace ims {

std::string level_words(const RiskFacts& risk, const Settings& settings, std::string_view unrated) {
    const auto& names = settings.vocabulary.risk_levels;
    if (risk.counting) return names[*risk.counting];
    if (!risk.unjudged) return std::string(unrated);
    return risk.over_appetite() ? "at least " + names[*risk.at_least()] : "cannot be judged";
}

TableCell level_cell(const Page& page, const RiskFacts& risk) {
    std::string name = level_words(risk, page.settings);
    if (risk.counting) return TableCell(name, name);
    Words words = name;
    if (!risk.unjudged) return {std::move(words), MachineValue(nullptr)};
    const Words why = why_not_held(page, risk);
    if (!risk.over_appetite()) words << ": " << why;
    TableCell cell(std::move(words), MachineValue(nullptr));
    cell.why_null = why.plain();
    return cell;
}

Words why_not_held(const Page& page, const RiskFacts& risk) {
    constexpr std::size_t kMost = 3;
    if (!rates(page.settings.risk)) return std::string(kRatesNothing);
    if (!risk.controlled) return "no control is linked";
    Words words;
    for (std::size_t place = 0; place < std::min(kMost, risk.shortfalls.size()); ++place) {
        const Shortfall& shortfall = risk.shortfalls[place];
        words << (words.empty() ? "" : "; ") << page.titled(shortfall.control) << " "
              << said_of_control(shortfall, page.graph);
        if (shortfall.asset.known()) words << " " << page.titled(shortfall.asset) << ", " << said_of_asset(shortfall);
    }
    if (risk.shortfalls.size() > kMost) words << fmt::format("; and {} more", risk.shortfalls.size() - kMost);
    return words;
}

}  // namespace ims
