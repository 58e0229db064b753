// What may come: how high risks stand, what may be gained, and what a disruption would do.
#include "assess/recovery/continuity.h"
#include "report/sections/cells.h"
#include "report/sections/hazards.h"
#include "report/sections/review_collector.h"
#include "report/sections/risk_level.h"
#include "schema/fields.h"
#include "settings/risk_criteria.h"

namespace ims::review_inputs {
namespace {

// The risks of a discipline, opportunities aside.
struct LevelCounts {
    std::vector<std::size_t> levels;  // by level
    std::size_t all = 0;
    std::size_t unjudged = 0;
    std::size_t aspects = 0;  // which have no level
    [[nodiscard]] std::size_t unrated() const {
        std::size_t rated = unjudged;
        for (const std::size_t count : levels) rated += count;
        return rated < all ? all - rated : 0;
    }
};

LevelCounts count_levels(const Collector& out, Discipline discipline) {
    LevelCounts counts;
    counts.levels.resize(out.page.settings.vocabulary.risk_levels.size());
    out.each(kinds::risk, [&](const RecordView& risk) {
        const RiskFacts& facts = out.page.facts.risk(risk.record());
        if (facts.type == RiskType::opportunity || !out.disciplines(risk).has(discipline)) return;
        ++counts.all;
        if (facts.type == RiskType::aspect && !facts.counting && !facts.unjudged) ++counts.aspects;
        if (facts.counting) ++counts.levels[*facts.counting];
        if (facts.unjudged) ++counts.unjudged;
    });
    return counts;
}

// "12 risks: 1 high, 4 medium and 7 low", the highest first.
Words told(const Page& page, const LevelCounts& counts) {
    std::vector<Words> parts;
    for (std::size_t level = counts.levels.size(); level > 0; --level) {
        const std::size_t count = counts.levels[level - 1];
        if (count > 0) parts.push_back(page.say("{} {}", count, raw(page.settings.vocabulary.risk_levels[level - 1])));
    }
    if (counts.unjudged > 0)
        parts.push_back(rates(page.settings.risk)
                            ? page.say("{} that cannot be judged", counts.unjudged)
                            : page.say("{} that cannot be judged, because {}", counts.unjudged, kRatesNothing));
    const std::size_t aspects = page.audience() == Audience::readers ? counts.aspects : 0;
    if (counts.unrated() > aspects)
        parts.push_back(page.say("{} [[without a level|not rated]]", counts.unrated() - aspects));
    if (aspects > 0)
        parts.push_back(page.say("{0} environmental {0:aspect|aspects}, which {0:is|are} not rated by level", aspects));
    return page.say("{0} {0:risk|risks}: {1:all}", counts.all, parts);
}

// "over the appetite and accepted"
Words over_words(const Page& page, const RiskFacts& facts) {
    return facts.unaccepted() ? page.say("over the appetite") : page.say("over the appetite and accepted");
}

}  // namespace

void add_levels(Collector& out) {
    for (const Discipline discipline : out.page.settings.in_force()) {
        const LevelCounts counts = count_levels(out, discipline);
        if (counts.all == 0) continue;
        DisciplineSet set;
        set.add(discipline);
        out.add(set, told(out.page, counts));
    }
}

void add_risks(Collector& out) {
    const Page& page = out.page;
    out.each(kinds::risk, [&](const RecordView& risk) {
        const RiskFacts& facts = page.facts.risk(risk.record());
        const bool overdue = facts.treatment == Treatment::overdue;
        if (facts.type == RiskType::opportunity || (!facts.over_appetite() && !overdue)) return;
        std::vector<Words> parts = {out.link(risk)};
        if (facts.at_least())
            parts.front() = page.say("{}: {}", parts.front(), strong_if(facts.unaccepted(), level_words(page, facts)));
        if (facts.over_appetite()) parts.push_back(over_words(page, facts));
        if (overdue) parts.push_back(strong(page.say("treatment overdue")));
        out.add(out.disciplines(risk), listed(parts), facts.unaccepted() || overdue);
    });
}

void add_opportunities(Collector& out) {
    out.each(kinds::risk, [&](const RecordView& risk) {
        if (out.page.facts.risk(risk.record()).type != RiskType::opportunity) return;
        out.add(out.disciplines(risk), out.page.say("Opportunity: {}", out.link(risk)));
    });
}

void add_aspects(Collector& out) {
    const Page& page = out.page;
    out.each(kinds::risk, [&](const RecordView& risk) {
        const RiskFacts& facts = page.facts.risk(risk.record());
        if (facts.type != RiskType::aspect || !facts.significant) return;
        const Words controls = control_list(page, risk.linked(fields::risk::controls));
        out.add(out.disciplines(risk), controls.empty()
                                           ? page.say("{}: significant", out.link(risk))
                                           : page.say("{}: significant, held by {}", out.link(risk), controls));
    });
}

void add_impacts(Collector& out) {
    namespace own = fields::process;
    const Page& page = out.page;
    const auto continuity = page.settings.find("business-continuity");
    DisciplineSet set;
    if (continuity) set.add(*continuity);
    out.each(kinds::process, [&](const RecordView& process) {
        if (!is_prioritised(process)) return;
        const auto rto = process[own::continuity][own::continuity.rto].duration();
        const auto mtpd = process[own::continuity][own::continuity.mtpd].duration();
        const Words soon =
            rto ? page.say("to be back within {}", *rto) : strong(page.say("how soon it has to be back is not stated"));
        out.add(set,
                mtpd ? page.say("{}: {}, at the latest after {}", out.link(process), soon, *mtpd)
                     : page.say("{}: {}", out.link(process), soon),
                !rto);
    });
}

}  // namespace ims::review_inputs
