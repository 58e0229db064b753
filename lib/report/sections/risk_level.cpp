#include "report/sections/risk_level.h"

#include <algorithm>
#include <vector>

#include "schema/fields.h"
#include "settings/risk_criteria.h"

namespace ims {
namespace {

// "Hardness test leans on Hardness tester, whose calibration was due on 2026-03-01"; readers hear what a control is,
// and what an asset.
Words told(const Page& page, const Shortfall& shortfall) {
    if (page.audience() == Audience::readers) return page.say(ims::told(shortfall, page.graph, page.arena()));
    using Reason = Shortfall::Reason;
    const Inline control = page.titled(shortfall.control);
    const auto asset = [&] { return page.titled(shortfall.asset); };
    const Message& upkeep = shortfall.upkeep;
    switch (shortfall.reason) {
        case Reason::ineffective: return page.say("{} was found ineffective on {}", control, *shortfall.day);
        case Reason::asset_failed:
            if (!shortfall.day) return page.say("{} leans on {}, which failed its {}", control, asset(), upkeep);
            return page.say("{} leans on {}, which failed its {} on {}", control, asset(), upkeep, *shortfall.day);
        case Reason::asset_overdue:
            if (!shortfall.day) return page.say("{} leans on {}, whose {} was due", control, asset(), upkeep);
            return page.say("{} leans on {}, whose {} was due on {}", control, asset(), upkeep, *shortfall.day);
        case Reason::not_in_place: break;
    }
    const std::string_view implementation = page.graph[shortfall.control].word(fields::control::implementation);
    if (implementation.empty()) return page.say("{} is not said to be in place", control);
    return implementation == "partly" ? page.say("{} is in place only in part", control)
                                      : page.say("{} is planned", control);
}

}  // namespace

Words level_words(const Page& page, const RiskFacts& risk, Message unrated) {
    const auto& names = page.settings.vocabulary.risk_levels;
    if (risk.counting) return raw(names[*risk.counting]);
    if (!risk.unjudged) return page.say(unrated);
    return risk.over_appetite() ? page.say("at least {}", raw(names[*risk.at_least()])) : page.say("cannot be judged");
}

TableCell level_cell(const Page& page, const RiskFacts& risk) {
    const Words level = level_words(page, risk);
    if (risk.counting) return {level, page.settings.vocabulary.risk_levels[*risk.counting]};
    if (!risk.unjudged) return {level, MachineValue(nullptr)};
    const Words why = why_not_held(page, risk);
    TableCell cell(risk.over_appetite() ? level : page.say("{}: {}", level, why), MachineValue(nullptr));
    cell.why_null = why.plain();
    return cell;
}

Words why_not_held(const Page& page, const RiskFacts& risk) {
    constexpr std::size_t kMost = 3;
    if (!rates(page.settings.risk)) return page.say(kRatesNothing);
    if (!risk.controlled) return page.say("no control is linked");
    std::vector<Words> reasons;
    for (std::size_t place = 0; place < std::min(kMost, risk.shortfalls.size()); ++place)
        reasons.push_back(told(page, risk.shortfalls[place]));
    const Words listed_reasons = listed(reasons, "; ");
    return risk.shortfalls.size() > kMost ? page.say("{}; and {} more", listed_reasons, risk.shortfalls.size() - kMost)
                                          : listed_reasons;
}

void add_risk_level(Page& page, const RecordView& record) {
    if (!record.is(kinds::risk)) return;
    const RiskFacts& risk = page.facts.risk(record.record());
    if (risk.type == RiskType::aspect) return;
    if (risk.unjudged && !risk.over_appetite())
        return page.paragraph("How high it stands cannot be judged: {}.", why_not_held(page, risk));
    const Words level = strong(level_words(page, risk));
    Words told = level;
    switch (risk.basis) {
        case Basis::none: break;
        case Basis::inherent: told = page.say("{}, before controls", level); break;
        case Basis::current: told = page.say("{}, today", level); break;
        case Basis::residual: told = page.say("{}, with its controls", level); break;
    }
    if (risk.unjudged)
        page.paragraph("The level that counts: {}; whether it is no higher cannot be judged: {}.", told,
                       why_not_held(page, risk));
    else if (risk.misses_aim())
        page.paragraph("The level that counts: {}; what its treatment aims at is not reached: {}.", told,
                       why_not_held(page, risk));
    else page.paragraph("The level that counts: {}.", told);
}

}  // namespace ims
