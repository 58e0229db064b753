#include "assess/overview/integration.h"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "assess/dates/intervals.h"
#include "assess/performance/audits.h"
#include "assess/performance/management_reviews.h"
#include "assess/performance/nonconformities.h"
#include "assess/performance/policies.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::uint32_t percent(std::size_t part, std::size_t all) {
    return static_cast<std::uint32_t>((part * 200 + all) / (all * 2));  // rounded
}

// How many of how many; nothing where there are none.
struct Share {
    std::size_t part = 0;
    std::size_t all = 0;
    void add(bool counts) {
        ++all;
        if (counts) ++part;
    }
    [[nodiscard]] CriterionScore score(std::string_view what, std::string_view none) const {
        if (all == 0) return {std::nullopt, std::string(none)};
        return {percent(part, all), fmt::format("{} of {} {}", part, all, what)};
    }
};

class Counter {
public:
    Counter(const Graph& graph, const Facts& facts)
        : graph_(graph), facts_(facts), settings_(graph.settings()), in_force_(settings_.in_force()) {}

    Integration run() const {
        Integration result;
        if (in_force_.size() < 2) {
            for (CriterionScore& score : result.criteria) score.counted = "fewer than two disciplines are in force";
            return result;
        }
        result.criteria = {documents(), management_review(), audits(),          policy_and_objectives(),
                           processes(), improvement(),       responsibilities()};
        std::size_t sum = 0;
        for (const CriterionScore& score : result.criteria) {
            if (!score.percent) continue;
            sum += *score.percent;
            ++result.judged;
        }
        if (result.judged > 0)
            result.degree = static_cast<std::uint32_t>((sum * 2 + result.judged) / (result.judged * 2));
        return result;
    }

private:
    std::vector<RecordView> active(KindId kind) const {
        std::vector<RecordView> records;
        for (const RecordId id : graph_.of_kind(kind)) {
            if (graph_[id].active()) records.push_back(graph_[id]);
        }
        return records;
    }

    DisciplineSet served(const RecordView& record) const { return facts_.disciplines(record.record()) & in_force_; }

    // Documents that say how the system is run; instructions and specifications belong to one kind of work, and what
    // came from outside or was filled in is not written by the organisation.
    static bool says_how(const RecordView& document) {
        constexpr std::array<std::string_view, 7> kTypes = {"policy",   "procedure", "guideline", "form",
                                                            "template", "checklist", "register"};
        return std::ranges::find(kTypes, document.word(fields::document::type)) != kTypes.end();
    }

    CriterionScore documents() const {
        Share share;
        for (const RecordView document : active(kinds::document)) {
            if (says_how(document) && !served(document).empty()) share.add(served(document).size() > 1);
        }
        return share.score("policies, procedures, forms and registers serve two disciplines or more",
                           "no policy, procedure, form or register of a discipline");
    }

    CriterionScore management_review() const {
        const std::vector<RecordView> held = held_management_reviews(graph_, facts_.today());
        if (held.empty()) return {std::nullopt, "no management review was held"};
        const DisciplineSet covered = heard_in(held.front()).disciplines;
        return Share{covered.size(), in_force_.size()}.score(
            fmt::format("disciplines have input of their own in the last management review, {}", held.front().id()),
            "");
    }

    CriterionScore audits() const {
        Share share;
        for (const RecordView audit : active(kinds::audit)) {
            if (audit_state(audit, facts_.today()) == AuditState::done && !served(audit).empty())
                share.add(served(audit).size() > 1);
        }
        return share.score(fmt::format("audits within the cycle of {} looked at two disciplines or more",
                                       to_string(settings_.audit_cycle)),
                           fmt::format("no audit was done within the cycle of {}", to_string(settings_.audit_cycle)));
    }

    CriterionScore policy_and_objectives() const {
        bool policy = false;
        bool one_for_all = false;
        for (const RecordView document : active(kinds::document)) {
            if (!is_approved_policy(document)) continue;
            policy = true;
            one_for_all = one_for_all || served(document) == in_force_;
        }
        Share objectives;
        for (const RecordView objective : active(kinds::objective)) {
            if (!served(objective).empty()) objectives.add(served(objective).size() > 1);
        }
        if (!policy && objectives.all == 0) return {std::nullopt, "neither an approved policy nor an objective"};
        const std::string_view told = one_for_all ? "one approved policy serves all disciplines"
                                      : policy    ? "no approved policy serves all disciplines"
                                                  : "no approved policy";
        if (objectives.all == 0) return {one_for_all ? 100U : 0U, fmt::format("{}; no objective", told)};
        const std::uint32_t shared = percent(objectives.part, objectives.all);
        return {((one_for_all ? 100U : 0U) + shared + 1) / 2,
                fmt::format("{}; {} of {} objectives serve two disciplines or more", told, objectives.part,
                            objectives.all)};
    }

    CriterionScore processes() const {
        Share share;
        for (const ProcessFacts& process : facts_.processes()) share.add((process.concerned & in_force_).size() > 1);
        return share.score("processes carry concerns of two disciplines or more", "no process is in force");
    }

    CriterionScore improvement() const {
        Share share;
        for (const RecordView each : active(kinds::nonconformity)) {
            if (!is_lapse(each)) continue;
            share.add(each.has(fields::nonconformity::cause) && each.has(fields::nonconformity::action));
        }
        return share.score(
            "nonconformities, of whatever discipline, were treated by one method: a cause and an action are recorded",
            "no nonconformity is recorded");
    }

    // For each common task: for how many of its disciplines the one who does it for most of them does it.
    CriterionScore responsibilities() const {
        struct Task {
            std::string_view name;
            std::map<RecordId, DisciplineSet> by_holder;
            void add(const RecordView& holder, DisciplineSet disciplines) { by_holder[holder.record()] |= disciplines; }
        };
        Task documents{"documents", {}};
        Task audits{"audits", {}};
        Task obligations{"obligations", {}};
        Task corrections{"corrective action", {}};
        for (const RecordView each : active(kinds::document)) {
            if (!says_how(each)) continue;
            for (const RecordView owner : each.linked(fields::owner)) documents.add(owner, served(each));
        }
        for (const RecordView each : active(kinds::audit)) {
            for (const RecordView auditor : each.linked(fields::audit::auditors)) audits.add(auditor, served(each));
        }
        for (const RecordView each : active(kinds::obligation)) {
            for (const RecordView owner : each.linked(fields::owner)) obligations.add(owner, served(each));
        }
        for (const RecordView each : active(kinds::nonconformity)) {
            for (const RecordView owner : each.linked(fields::nonconformity::action.owner))
                corrections.add(owner, served(each));
        }
        std::size_t sum = 0;
        std::size_t tasks = 0;
        std::string told;
        for (const Task* task : {&documents, &audits, &obligations, &corrections}) {
            DisciplineSet all;
            std::size_t most = 0;
            for (const auto& [holder, disciplines] : task->by_holder) {
                all |= disciplines;
                most = std::max(most, disciplines.size());
            }
            if (all.size() < 2) continue;
            sum += percent(most, all.size());
            ++tasks;
            told += fmt::format("{}{} {} of {}", told.empty() ? "" : ", ", task->name, most, all.size());
        }
        if (tasks == 0) return {std::nullopt, "no common task is done for two disciplines"};
        return {static_cast<std::uint32_t>((sum * 2 + tasks) / (tasks * 2)),
                fmt::format("disciplines for which one and the same does a common task: {}", told)};
    }

    const Graph& graph_;
    const Facts& facts_;
    const Settings& settings_;
    DisciplineSet in_force_;
};

}  // namespace

std::string_view band(std::uint32_t degree) {
    return degree < 30 ? "corresponding" : degree < 70 ? "coordinated" : "integrated";
}

Integration assess_integration(const Graph& graph, const Facts& facts) { return Counter(graph, facts).run(); }

}  // namespace ims
