#include "assess/participation/participation.h"

#include <algorithm>
#include <utility>

#include "assess/risks/risk_links.h"
#include "base/parallel.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::uint8_t bit(Part part) { return static_cast<std::uint8_t>(part); }

class ParticipantFinder {
public:
    ParticipantFinder(const Graph& graph, const Disciplines& disciplines, const NeedGraph& needs, const Parts& parts,
                      const Concerns& concerns, const Responsibilities& responsibilities, const RecordIndex& places)
        : graph_(graph),
          disciplines_(disciplines),
          needs_(needs),
          parts_(parts),
          concerns_(concerns),
          responsibilities_(responsibilities),
          places_(places),
          continuity_(graph.settings().find("business-continuity")) {
        for (const RecordId plan : graph.of_kind(kinds::plan)) of_plans_.push_back(of_plan(graph[plan]));
    }

    ProcessFacts run(const ProcessConcerns& process) const {
        ProcessFacts facts{process, {}, find_participants(process.process)};
        if (facts.participants.empty()) return facts;
        const auto owned = owners_of_concerns(process.process);
        for (Participant& participant : facts.participants) {
            const AnswersFor answers = responsibilities_.answers(participant.role, process.process);
            participant.specific = answers.specific;
            for (const auto& [role, disciplines] : std::ranges::equal_range(owned, participant.role, {}, kRole))
                participant.specific |= disciplines;
            participant.generic = (answers.general | answers.taken_over).without(participant.specific);
            facts.answered |= participant.answers_for();
        }
        return facts;
    }

private:
    static constexpr auto kRole = &std::pair<RecordId, DisciplineSet>::first;

    std::vector<Participant> find_participants(RecordId id) const {
        const RecordView process = graph_[id];
        std::vector<Participant> all;
        const auto add = [&](const RecordView& role, Part part) {
            if (role.is(kinds::role) && role.active()) all.push_back({role.record(), bit(part), {}, {}});
        };
        for (const RecordView role : process.linked(fields::owner)) add(role, Part::owner);
        for (const RecordView role : process.linked(fields::process::responsible)) add(role, Part::responsible);
        for (const RecordView role : process.linked(fields::process::activities.responsible))
            add(role, Part::responsible);
        for (const RecordView role : process.linked(fields::process::activities.accountable))
            add(role, Part::accountable);
        for (const RecordView role : process.linked(fields::process::roles)) add(role, Part::link);
        for (const Responsibility* each : responsibilities_.naming(id)) {
            if (each->answers) add(graph_[each->stated_by], Part::responsibility);
        }
        std::ranges::sort(all, {}, &Participant::role);
        return unite(all);
    }

    // Each role once, as all that it is.
    static std::vector<Participant> unite(std::span<const Participant> all) {
        std::vector<Participant> out;
        for (const Participant& each : all) {
            if (out.empty() || out.back().role != each.role) out.push_back(each);
            else out.back().parts = static_cast<std::uint8_t>(out.back().parts | each.parts);
        }
        return out;
    }

    // Who owns a concern of the process or a control of it, and who is in the team of a plan for it; in the order of
    // records.
    std::vector<std::pair<RecordId, DisciplineSet>> owners_of_concerns(RecordId id) const {
        std::vector<std::pair<RecordId, DisciplineSet>> out;
        const auto add_owner = [&](const RecordView& record) {
            if (!record.active()) return;
            for (const RecordView owner : record.linked(fields::owner)) {
                if (owner.is(kinds::role)) out.emplace_back(owner.record(), disciplines_[record.record()]);
            }
        };
        const RecordView process = graph_[id];
        for (const RecordView control : process.linked(fields::process::controls)) add_owner(control);
        std::vector<RecordId> plans;
        for (const RecordView plan : process.linked(fields::process::plans)) plans.push_back(plan.record());
        for (const Concern& concern : concerns_of(graph_, needs_, parts_, concerns_, id)) {
            const RecordView record = graph_[concern.record];
            add_owner(record);
            if (record.is(kinds::risk)) {
                for (const RecordView control : record.linked(fields::risk::controls)) add_owner(control);
                for (const RecordView plan : plans_for(record)) plans.push_back(plan.record());
            } else if (record.is(kinds::obligation)) {
                for (const RecordView control : record.linked(fields::obligation::controls)) add_owner(control);
            }
        }
        std::ranges::sort(plans);
        const auto twice = std::ranges::unique(plans);
        plans.erase(twice.begin(), twice.end());
        for (const RecordId plan : plans) {
            if (!graph_[plan].active()) continue;
            for (const RecordView role : graph_[plan].linked(fields::plan::team))
                out.emplace_back(role.record(), of_plans_[places_[plan]]);
        }
        std::ranges::sort(out, {}, kRole);
        return out;
    }

    // In what those in its team answer.
    DisciplineSet of_plan(const RecordView& plan) const {
        DisciplineSet set = disciplines_[plan.record()];
        if (continuity_) set.add(*continuity_);
        for (const RecordView risk : plan.linked(fields::plan::risks)) set |= disciplines_[risk.record()];
        return set;
    }

    const Graph& graph_;
    const Disciplines& disciplines_;
    const NeedGraph& needs_;
    const Parts& parts_;
    const Concerns& concerns_;
    const Responsibilities& responsibilities_;
    const RecordIndex& places_;
    std::optional<Discipline> continuity_;
    std::vector<DisciplineSet> of_plans_;  // by place among plans
};

}  // namespace

const Participant* ProcessFacts::participant(RecordId role) const {
    const auto found = std::ranges::lower_bound(participants, role, {}, &Participant::role);
    return found == participants.end() || found->role != role ? nullptr : &*found;
}

Participation::Participation(const Graph& graph, RecordIndex places, std::vector<ProcessFacts> processes)
    : places_(std::move(places)), processes_(std::move(processes)), processes_of_(graph.of_kind(kinds::role).size()) {
    for (const ProcessFacts& process : processes_) {
        for (const Participant& participant : process.participants)
            processes_of_[places_[participant.role]].push_back(process.process);
    }
}

Participation find_participation(const Graph& graph, const Disciplines& disciplines, const NeedGraph& needs,
                                 const Parts& parts, const Concerns& concerns, const Responsibilities& responsibilities,
                                 const RecordIndex& places, const Jobs& jobs) {
    const ParticipantFinder finder(graph, disciplines, needs, parts, concerns, responsibilities, places);
    std::vector<ProcessFacts> processes(concerns.processes().size());
    parallel_slices(jobs, processes.size(),
                    [&](std::size_t place) { processes[place] = finder.run(concerns.processes()[place]); });
    return {graph, places, std::move(processes)};
}

}  // namespace ims
