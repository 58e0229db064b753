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
                      const Concerns& concerns, const Responsibilities& responsibilities)
        : graph_(graph),
          disciplines_(disciplines),
          needs_(needs),
          parts_(parts),
          concerns_(concerns),
          responsibilities_(responsibilities),
          continuity_(graph.settings().find("business-continuity")) {}

    ProcessFacts run(const ProcessConcerns& process) const {
        ProcessFacts facts{process, {}, find_participants(process.process)};
        if (facts.participants.empty()) return facts;
        const auto owned = owners_of_concerns(process.process);
        for (Participant& participant : facts.participants) {
            for (const Responsibility& each : responsibilities_[participant.role]) {
                if (!each.answers) continue;
                const bool named = std::ranges::find(each.processes, process.process) != each.processes.end();
                if (!each.processes.empty() && !named) continue;
                const bool own = each.stated_by == participant.role;
                (own && each.specific ? participant.specific : participant.generic) |= each.disciplines;
            }
            for (const auto& [role, disciplines] : owned) {
                if (role == participant.role) participant.specific |= disciplines;
            }
            participant.generic = participant.generic.without(participant.specific);
            facts.answered |= participant.answers_for();
        }
        return facts;
    }

private:
    std::vector<Participant> find_participants(RecordId id) const {
        const RecordView process = graph_[id];
        std::vector<Participant> all;
        const auto add = [&](const RecordView& role, Part part) {
            if (!role.is(kinds::role) || !role.active()) return;
            auto found = std::ranges::find(all, role.record(), &Participant::role);
            if (found == all.end()) found = all.insert(all.end(), Participant{role.record(), 0, {}, {}});
            found->parts = static_cast<std::uint8_t>(found->parts | bit(part));
        };
        for (const RecordView role : process.linked(fields::owner)) add(role, Part::owner);
        for (const RecordView role : process.linked(fields::process::responsible)) add(role, Part::responsible);
        for (const RecordView role : process.linked(fields::process::activities.responsible))
            add(role, Part::responsible);
        for (const RecordView role : process.linked(fields::process::activities.accountable))
            add(role, Part::accountable);
        for (const RecordView role : process.linked(fields::process::roles)) add(role, Part::link);
        for (const Edge& edge : graph_.references_to(id)) {
            if (edge.field != fields::role::responsibilities.processes) continue;
            const RecordView role = graph_[edge.other];
            if (!role.is(kinds::role) || !role.active()) continue;
            for (const Responsibility& each : responsibilities_[edge.other]) {
                const bool own = each.stated_by == edge.other && each.answers;
                if (own && std::ranges::find(each.processes, id) != each.processes.end())
                    add(role, Part::responsibility);
            }
        }
        std::ranges::sort(all, {}, &Participant::role);
        return all;
    }

    // Who owns a concern of the process or a control of it, and who is in the team of a plan for it.
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
        std::vector<RecordView> plans;
        for (const RecordView plan : process.linked(fields::process::plans)) plans.push_back(plan);
        for (const Concern& concern : concerns_of(graph_, needs_, parts_, concerns_, id)) {
            const RecordView record = graph_[concern.record];
            add_owner(record);
            if (record.is(kinds::risk)) {
                for (const RecordView control : record.linked(fields::risk::controls)) add_owner(control);
                for (const RecordView plan : plans_for(record)) plans.push_back(plan);
            } else if (record.is(kinds::obligation)) {
                for (const RecordView control : record.linked(fields::obligation::controls)) add_owner(control);
            }
        }
        for (const RecordView plan : plans) {
            if (!plan.active()) continue;
            DisciplineSet set = disciplines_[plan.record()];
            if (continuity_) set.add(*continuity_);
            for (const RecordView risk : plan.linked(fields::plan::risks)) set |= disciplines_[risk.record()];
            for (const RecordView role : plan.linked(fields::plan::team)) out.emplace_back(role.record(), set);
        }
        return out;
    }

    const Graph& graph_;
    const Disciplines& disciplines_;
    const NeedGraph& needs_;
    const Parts& parts_;
    const Concerns& concerns_;
    const Responsibilities& responsibilities_;
    std::optional<Discipline> continuity_;
};

}  // namespace

const Participant* ProcessFacts::participant(RecordId role) const {
    const auto found = std::ranges::find(participants, role, &Participant::role);
    return found == participants.end() ? nullptr : &*found;
}

Participation::Participation(const Graph& graph, RecordIndex places, std::vector<ProcessFacts> processes)
    : places_(std::move(places)), processes_(std::move(processes)), processes_of_(graph.of_kind(kinds::role).size()) {
    for (const ProcessFacts& process : processes_) {
        for (const Participant& participant : process.participants)
            processes_of_[places_[participant.role]].push_back(process.process);
    }
}

Participation find_participation(const Graph& graph, const Disciplines& disciplines, const NeedGraph& needs,
                                 const Parts& parts, const Concerns& concerns,
                                 const Responsibilities& responsibilities, const RecordIndex& places,
                                 const Jobs& jobs) {
    const ParticipantFinder finder(graph, disciplines, needs, parts, concerns, responsibilities);
    std::vector<ProcessFacts> processes(concerns.processes().size());
    parallel_slices(jobs, processes.size(),
                    [&](std::size_t place) { processes[place] = finder.run(concerns.processes()[place]); });
    return {graph, places, std::move(processes)};
}

}  // namespace ims
