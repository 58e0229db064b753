#include "judge/degree.h"

#include <algorithm>
#include <map>
#include <vector>

#include "assess/participation/leads.h"
#include "assess/performance/audits.h"
#include "assess/performance/management_reviews.h"
#include "assess/performance/policies.h"
#include "judge/evidence.h"
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
    // `what`: such as there are.
    [[nodiscard]] CriterionScore score(Arena& arena, Message what, Message none) const {
        if (all == 0) return {std::nullopt, none};
        return {percent(part, all), make_message(arena, "{} of {} {}", part, all, what)};
    }
};

class CriteriaCounter {
public:
    CriteriaCounter(const Judged& judged, Arena& arena)
        : judged_(judged),
          arena_(arena),
          graph_(judged.graph),
          facts_(judged.facts),
          settings_(graph_.settings()),
          in_force_(settings_.in_force()) {}

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
        if (result.judged >= kFewestCriteria)
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
        return share.score(arena_, "policies, procedures, forms and registers serve two disciplines or more",
                           "no policy, procedure, form or register of a discipline");
    }

    CriterionScore management_review() const {
        const std::vector<RecordView> held = held_management_reviews(graph_, facts_.today());
        if (held.empty()) return {std::nullopt, "no management review was held"};
        const DisciplineSet covered = heard_in(held.front()).disciplines;
        return Share{covered.size(), in_force_.size()}.score(
            arena_,
            make_message(arena_, "disciplines have input of their own in the last management review, {}",
                         plain(held.front())),
            {});
    }

    CriterionScore audits() const {
        Share share;
        for (const RecordView audit : active(kinds::audit)) {
            if (audit_state(audit, facts_.today()) == AuditState::done && !served(audit).empty())
                share.add(served(audit).size() > 1);
        }
        return share.score(arena_,
                           make_message(arena_, "audits within the cycle of {} looked at two disciplines or more",
                                        settings_.audit_cycle),
                           make_message(arena_, "no audit was done within the cycle of {}", settings_.audit_cycle));
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
        const Message told = one_for_all ? Message("one approved policy serves all disciplines")
                             : policy    ? Message("no approved policy serves all disciplines")
                                         : Message("no approved policy");
        if (objectives.all == 0) return {one_for_all ? 100U : 0U, make_message(arena_, "{}; no objective", told)};
        const std::uint32_t shared = percent(objectives.part, objectives.all);
        return {((one_for_all ? 100U : 0U) + shared + 1) / 2,
                make_message(arena_, "{}; {} of {} objectives serve two disciplines or more", told, objectives.part,
                             objectives.all)};
    }

    CriterionScore processes() const {
        Share share;
        for (const ProcessFacts& process : facts_.processes()) {
            if (process.concerned.size() > 1)
                share.add(process.concerned.without(answered_by_the_responsible(process)).empty() &&
                          shares_a_record(process));
        }
        return share.score(
            arena_,
            "processes with two disciplines or more are run as one: whoever is responsible answers for each "
            "discipline, and [[a record serves two|something linked to it serves two at once]]",
            facts_.processes().empty() ? Message("no process is in force")
                                       : Message("no process carries two disciplines"));
    }

    // Disciplines of a process for which a role that is responsible in it answers by a word of its own, or which it
    // leads. What a role takes over from another is everyone's duty, and so nobody's.
    DisciplineSet answered_by_the_responsible(const ProcessFacts& process) const {
        DisciplineSet answered;
        for (const Participant& each : process.participants) {
            if (!each.as(Part::responsible)) continue;
            answered |= each.specific | facts_.responsibilities().answers(each.role, process.process).own();
            for (const Discipline discipline : process.concerned) {
                if (lead_of(graph_, discipline) == each.role) answered.add(discipline);
            }
        }
        return answered;
    }

    bool shares_a_record(const ProcessFacts& process) const {
        const auto shared = [&](RecordId record) {
            return graph_[record].active() && (facts_.disciplines(record) & process.concerned).size() > 1;
        };
        const auto other = [&](const Edge& edge) { return shared(edge.other); };
        if (std::ranges::any_of(graph_.edges(process.process), other)) return true;
        if (std::ranges::any_of(graph_.references_to(process.process), other)) return true;
        const std::vector<Concern> concerns = facts_.concerns(process.process);
        return std::ranges::any_of(concerns, [&](const Concern& concern) { return shared(concern.record); });
    }

    CriterionScore improvement() const {
        constexpr std::size_t kFewest = 5;
        Arena unsaid;
        const BadResults results(graph_, facts_, judged_.judgement.homes().nearest(), unsaid);
        std::vector<Evidence> bad;
        std::size_t count = 0;
        DisciplineSet any;
        DisciplineSet untreated;
        for (const RecordId record : graph_.all()) {
            bad.clear();
            results.find(record, bad);
            for (const Evidence& each : bad) {
                ++count;
                any |= each.disciplines;
                if (!each.treated) untreated |= each.disciplines;
            }
        }
        if (count < kFewest) {
            return {std::nullopt,
                    count == 0
                        ? make_message(arena_,
                                       "[[no bad result: too few to tell, it takes {0}|nothing that went wrong is "
                                       "recorded; it takes {0} such cases to tell]]",
                                       kFewest)
                        : make_message(arena_,
                                       "[[{0} bad {0:result|results}: too few to tell, it takes {1}|{0} {0:case|"
                                       "cases} in which something went wrong; it takes {1} to tell]]",
                                       count, kFewest)};
        }
        return Share{any.without(untreated).size(), any.size()}.score(
            arena_,
            make_message(arena_,
                         "disciplines [[with a bad result have a cause and an action for each; {0} in all|in which "
                         "something went wrong have a cause and an action for each case; {0} {0:case|cases} in all]]",
                         count),
            make_message(arena_,
                         "none of {0} [[bad {0:result|results}|{0:case|cases} in which something went wrong]] names a "
                         "discipline",
                         count));
    }

    // For each common task: for how many of its disciplines the one who does it for most of them does it.
    CriterionScore responsibilities() const {
        struct Task {
            Message name;
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
        std::vector<Message> told;
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
            told.push_back(make_message(arena_, "{} {} of {}", task->name, most, all.size()));
        }
        if (tasks == 0) return {std::nullopt, "no common task is done for two disciplines"};
        return {static_cast<std::uint32_t>((sum * 2 + tasks) / (tasks * 2)),
                make_message(arena_,
                             "[[disciplines for which one and the same does a common task|in how many disciplines a "
                             "common task lies in the same hands]]: {:all}",
                             listed_by(Joined::by_commas, told))};
    }

    const Judged& judged_;
    Arena& arena_;
    const Graph& graph_;
    const Facts& facts_;
    const Settings& settings_;
    DisciplineSet in_force_;
};

}  // namespace

Message band(std::uint32_t degree) {
    if (degree < 30) return "corresponding";
    return degree < 70 ? Message("coordinated") : Message("integrated");
}

Integration judge_integration(const Judged& judged, Arena& arena) { return CriteriaCounter(judged, arena).run(); }

}  // namespace ims
