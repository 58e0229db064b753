#include "judge/causes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "diagnostics/rules.h"
#include "judge/cost.h"
#include "judge/owners.h"

namespace ims {
namespace {

class Collector {
public:
    Collector(const Graph& graph, const Facts& facts, const RuleBook& rules, const FindingList& findings,
              const Homes& homes, const Explanations& explanations, const Populations& populations,
              const std::function<bool(FindingId)>& shown)
        : graph_(graph),
          facts_(facts),
          rules_(rules),
          findings_(findings),
          homes_(homes),
          explanations_(explanations),
          populations_(populations),
          shown_(findings.size()),
          roots_(findings.size()) {
        for (std::size_t index = 0; index < findings.size(); ++index) shown_[index] = shown(FindingId::from(index));
    }

    std::vector<Cause> run() {
        std::vector<Cause> causes;
        std::map<FindingId, std::size_t> of_root;
        std::map<std::size_t, std::size_t> of_population;
        std::map<std::pair<RuleId, Twins>, std::size_t> of_twins;
        const auto cause_of = [&](FindingId root) -> Cause& {
            const auto [known, is_new] = of_root.try_emplace(root, causes.size());
            if (!is_new) return causes[known->second];
            const auto population = populations_.of(root);
            const auto belongs_to = [&](auto& groups, const auto& group) {
                known->second = groups.try_emplace(group, causes.size()).first->second;
            };
            if (population) belongs_to(of_population, *population);
            else if (findings_[root].twins.known())
                belongs_to(of_twins, std::pair(findings_[root].rule, findings_[root].twins));
            if (known->second < causes.size()) {
                causes[known->second].members.push_back(root);
                return causes[known->second];
            }
            Cause& cause = causes.emplace_back();
            cause.members.push_back(root);
            cause.population = population;
            return cause;
        };
        for (std::size_t index = 0; index < findings_.size(); ++index) {
            if (!shown_[index]) continue;
            const FindingId id = FindingId::from(index);
            const FindingId root = root_of(id);
            Cause& cause = cause_of(root);
            if (root != id) cause.explains.push_back(id);
        }
        for (Cause& cause : causes) complete(cause);
        sort(causes);
        return causes;
    }

private:
    bool explains(FindingId cause) const {
        return shown_[cause.index()] || findings_[cause].silence == Silence::accepted;
    }

    // What explains a finding itself; the finding, where nothing does, or something that nobody sees.
    FindingId next_of(FindingId finding) const {
        const auto by = explanations_.of(finding);
        const bool all = std::ranges::all_of(by, [&](FindingId cause) { return explains(cause); });
        return by.empty() || !all ? finding : by.front();
    }

    // What is at the bottom of it. Many may hang on one row of causes, which is gone down once.
    FindingId root_of(FindingId finding) {
        std::vector<FindingId> way;
        FindingId root = finding;
        while (!roots_[root.index()].known()) {
            const FindingId next = next_of(root);
            if (next == root) break;
            way.push_back(root);
            root = next;
        }
        if (roots_[root.index()].known()) root = roots_[root.index()];
        else roots_[root.index()] = root;
        for (const FindingId each : way) roots_[each.index()] = root;
        return root;
    }

    void complete(Cause& cause) const {
        std::ranges::sort(cause.members);
        const Finding& first = findings_[cause.first()];
        cause.accepted = first.silence == Silence::accepted;
        const auto add = [&](FindingId finding) { cause.grade = std::max(cause.grade, findings_[finding].grade); };
        if (!cause.accepted) {
            for (const FindingId member : cause.members) add(member);
        }
        for (const FindingId finding : cause.explains) add(finding);
        // From each side the same cells are seen.
        const bool twins = !cause.population && first.twins.known();
        for (const FindingId member : cause.members) {
            const std::size_t cells = homes_.cells(member);
            cause.cells = twins ? std::max(cause.cells, cells) : cause.cells + cells;
            cause.about_system = cause.about_system || is_of_whole(findings_[member], rules_[findings_[member].rule]);
            cause.grave_hazard = cause.grave_hazard || is_grave_hazard(findings_[member], graph_, facts_);
            cause.cost = std::min(cause.cost, cost_of(findings_[member], graph_, facts_, rules_));
        }
        const bool many = cause.population && cause.members.size() > 1;
        cause.owner = many ? owner_of_all(cause.members, findings_, graph_, facts_, rules_) : owner_of_any(cause);
    }

    // Twins can be mended from either side.
    RecordId owner_of_any(const Cause& cause) const {
        for (const FindingId member : cause.members) {
            if (const RecordId owner = owner_of(findings_[member], graph_, facts_); owner.known()) return owner;
        }
        return {};
    }

    void sort(std::vector<Cause>& causes) const {
        // An accepted one has been decided upon: what follows from it comes after what is open.
        const auto key =
            [&](const Cause& cause) -> std::tuple<int, int, bool, int, bool, std::size_t, Span, FindingId> {
            const FindingId first = cause.first();
            const Span place = findings_[first].span;
            // What cannot be read is told file by file.
            if (is_unread(findings_[first], rules_))
                return std::tuple(0, 0, false, 0, false, std::size_t{}, place, first);
            // Where nothing is in force, all else that is said of the whole comes after that.
            const bool first_of_all = findings_[first].rule == RuleId::nothing_in_force;
            return std::tuple(cause.accepted ? 2 : 1, -static_cast<int>(cause.grade), !cause.about_system,
                              first_of_all ? 0 : 1 + static_cast<int>(cause.cost), !cause.grave_hazard, ~cause.cells,
                              place, first);
        };
        std::ranges::sort(causes, {}, key);
    }

    const Graph& graph_;
    const Facts& facts_;
    const RuleBook& rules_;
    const FindingList& findings_;
    const Homes& homes_;
    const Explanations& explanations_;
    const Populations& populations_;
    std::vector<bool> shown_;
    std::vector<FindingId> roots_;  // of those that were asked for
};

}  // namespace

bool is_unread(const Finding& finding, const RuleBook& rules) {
    const std::string_view family = rules[finding.rule].family;
    return family == "yaml" || family == "records";
}

std::vector<Cause> find_causes(const Graph& graph, const Facts& facts, const RuleBook& rules,
                               const FindingList& findings, const Homes& homes, const Explanations& explanations,
                               const Populations& populations, const std::function<bool(FindingId)>& shown) {
    return Collector(graph, facts, rules, findings, homes, explanations, populations, shown).run();
}

}  // namespace ims
