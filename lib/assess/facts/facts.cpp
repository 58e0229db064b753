#include "assess/facts/facts.h"

#include <utility>

#include "assess/dates/reviews.h"
#include "assess/needs/users.h"
#include "assess/participation/roles.h"
#include "assess/performance/suppliers.h"
#include "assess/records/record_index.h"
#include "schema/fields.h"

namespace ims {

Facts::Facts(Floors floors) : floors_(std::move(floors)) {}

const ProcessFacts* Facts::process(RecordId process) const {
    const auto place = floors_.concerns.place(process);
    return place ? &floors_.participation.processes()[*place] : nullptr;
}

std::vector<Concern> Facts::concerns(RecordId process) const {
    return concerns_of(*floors_.graph, floors_.needs, floors_.parts, floors_.concerns, process);
}

std::vector<Concern> Facts::concerns(RecordId process, Discipline discipline) const {
    std::vector<Concern> out = concerns(process);
    std::erase_if(out, [&](const Concern& concern) { return !disciplines(concern.record).has(discipline); });
    return out;
}

std::vector<RecordId> Facts::processes_needing(RecordId supplier) const {
    return ims::processes_needing(*floors_.graph, floors_.needs, supplier);
}

Answer Facts::answer(RecordId role, RecordId process_id, Discipline discipline) const {
    const ProcessFacts* facts = process(process_id);
    const Participant* participant = facts == nullptr ? nullptr : facts->participant(role);
    if (participant == nullptr) return Answer::none;
    if (participant->specific.has(discipline)) return Answer::specific;
    return participant->generic.has(discipline) ? Answer::generic : Answer::none;
}

std::vector<Dependency> Facts::dependencies(RecordId process) const {
    return floors_.recovery.dependencies(floors_.needs, (*floors_.graph)[process]);
}

std::optional<Date> Facts::review_due(const RecordView& record) const { return ims::review_due(record); }

std::vector<RecordId> Facts::processes_using(RecordId thing) const {
    return ims::processes_using(*floors_.graph, floors_.needs, thing);
}

std::vector<AuditCoverage> Facts::audit_coverage() const {
    return ims::audit_coverage(*floors_.graph, floors_.disciplines, floors_.concerns, floors_.today);
}

namespace {

// Rejected at the newest evaluation in one of the disciplines, lowest first.
std::vector<RecordId> rejected_suppliers(const Graph& graph, Date today) {
    std::vector<RecordId> out;
    for (const RecordId supplier : graph.of_kind(kinds::supplier)) {
        for (const LastEvaluation& last : evaluations_of(graph[supplier], today).last) {
            if (last.entry[fields::supplier::evaluations.result].word() != "rejected") continue;
            out.push_back(supplier);
            break;
        }
    }
    return out;
}

}  // namespace

Facts assess(const Graph& graph, Date today, const Jobs& jobs, MissingFiles missing_files,
             ChangesSinceReview changes_since_review) {
    const RecordIndex places = RecordIndex::by_kind(graph);
    Disciplines disciplines = find_disciplines(graph);
    go_on(jobs.stop);
    Risks risks = assess_risks(graph, disciplines, places, today, jobs);
    go_on(jobs.stop);
    NeedGraph needs = find_needs(graph, rejected_suppliers(graph, today));
    Flows flows = find_flows(graph);
    go_on(jobs.stop);
    Parts parts(graph, places);
    Concerns concerns = find_concerns(graph, disciplines, needs, parts, places);
    go_on(jobs.stop);
    const Closure included = find_included(graph, places);
    Responsibilities responsibilities = find_responsibilities(graph, disciplines, places, included, jobs);
    Participation participation =
        find_participation(graph, disciplines, needs, parts, concerns, responsibilities, places, jobs);
    go_on(jobs.stop);
    People people = find_people(graph, responsibilities, participation, included, places, today);
    go_on(jobs.stop);
    Recovery recovery = find_recovery(graph, needs);
    go_on(jobs.stop);
    ClauseFacts clauses = assess_clauses(graph, disciplines);
    SharedWithParts shared_with_parts = find_shared_with_parts(graph, parts, places);
    return Facts({.graph = &graph,
                  .today = today,
                  .disciplines = std::move(disciplines),
                  .risks = std::move(risks),
                  .needs = std::move(needs),
                  .flows = std::move(flows),
                  .parts = std::move(parts),
                  .concerns = std::move(concerns),
                  .responsibilities = std::move(responsibilities),
                  .participation = std::move(participation),
                  .people = std::move(people),
                  .recovery = std::move(recovery),
                  .clauses = std::move(clauses),
                  .shared_with_parts = std::move(shared_with_parts),
                  .missing_files = std::move(missing_files),
                  .changes_since_review = std::move(changes_since_review)});
}

}  // namespace ims
