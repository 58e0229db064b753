#include "judge/gravest.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kCosts = static_cast<std::size_t>(Cost::none) + 1;

// Of one grade: in which round each is chosen, as the first, second … of its cost.
struct Candidate {
    std::size_t round = 0;
    std::size_t place = 0;
};

std::vector<Candidate> candidates(std::span<const Cause> causes, Grade grade) {
    std::array<std::size_t, kCosts> rounds{};
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < causes.size(); ++place) {
        if (causes[place].grade == grade && !causes[place].accepted) places.push_back(place);
    }
    // A hazard that nobody holds down comes before a late review, whose cost is that of whatever it might have found.
    std::ranges::stable_sort(places, {}, [&](std::size_t place) {
        const Cause& cause = causes[place];
        return cause.grave_hazard ? 0 : cause.about_system ? 2 : 1;
    });
    std::vector<Candidate> out;
    for (const std::size_t place : places)
        out.push_back({rounds[static_cast<std::size_t>(causes[place].cost)]++, place});
    return out;
}

}  // namespace

std::vector<std::size_t> gravest_by_cost(std::span<const Cause> causes, std::size_t most) {
    std::vector<std::size_t> chosen;
    for (const Grade grade : {Grade::high, Grade::medium}) {
        std::vector<Candidate> of_grade = candidates(causes, grade);
        const auto cost = [&](const Candidate& each) { return causes[each.place].cost; };
        std::ranges::stable_sort(of_grade, {},
                                 [&](const Candidate& each) { return std::tuple(each.round, cost(each), each.place); });
        of_grade.resize(std::min(of_grade.size(), most - chosen.size()));
        std::ranges::stable_sort(of_grade, {},
                                 [&](const Candidate& each) { return std::tuple(cost(each), each.place); });
        for (const Candidate& each : of_grade) chosen.push_back(each.place);
    }
    return chosen;
}

std::vector<BorneRisk> borne_risks(const Graph& graph, const Facts& facts) {
    std::vector<BorneRisk> out;
    for (const RecordId id : graph.of_kind(kinds::risk)) {
        const RiskFacts& risk = facts.risk(id);
        if (!graph[id].active() || !risk.over_appetite() || risk.acceptance != Acceptance::valid) continue;
        BorneRisk borne{.risk = id, .cost = risk.type == RiskType::hazard ? Cost::people : Cost::none};
        for (const Discipline each : facts.disciplines(id))
            borne.cost = std::min(borne.cost, graph.settings().cost(each));
        out.push_back(borne);
    }
    std::ranges::stable_sort(out, [&](const BorneRisk& a, const BorneRisk& b) {
        const auto level = [&](const BorneRisk& each) { return *facts.risk(each.risk).at_least(); };
        return level(a) != level(b) ? level(a) > level(b) : a.cost < b.cost;
    });
    return out;
}

std::tuple<int, bool, RuleId> urgency(const Finding& finding, const RuleBook& rules) {
    const bool between_disciplines = rules[finding.rule].family == "integration";
    return {-static_cast<int>(finding.grade), !between_disciplines, finding.rule};
}

}  // namespace ims
