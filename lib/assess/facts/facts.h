// What rules and reports both need to know, computed once: who takes part and answers for what, what a process needs,
// which concerns it carries, how high risks stand. The floors of assess, finished and side by side; read-only.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assess/clauses/clauses.h"
#include "assess/concerns/concerns.h"
#include "assess/dates/changes_since_review.h"
#include "assess/disciplines/disciplines.h"
#include "assess/needs/flows.h"
#include "assess/needs/need_graph.h"
#include "assess/needs/parts.h"
#include "assess/participation/participation.h"
#include "assess/participation/responsibilities.h"
#include "assess/people/people.h"
#include "assess/performance/audits.h"
#include "assess/performance/locations.h"
#include "assess/performance/shared_with_parts.h"
#include "assess/recovery/recovery.h"
#include "assess/risks/risk.h"
#include "assess/risks/risks.h"
#include "base/date.h"
#include "base/parallel.h"
#include "link/graph.h"

namespace ims {

class Facts {
public:
    Facts() = default;  // of no records
    // What each floor has made.
    struct Floors {
        const Graph* graph = nullptr;
        Date today;
        Disciplines disciplines;
        Risks risks;
        NeedGraph needs;
        Flows flows;
        Parts parts;
        Concerns concerns;
        Responsibilities responsibilities;
        Participation participation;
        People people;
        Recovery recovery;
        ClauseFacts clauses;
        SharedWithParts shared_with_parts;
        MissingFiles missing_files;
        ChangesSinceReview changes_since_review;
    };
    explicit Facts(Floors floors);

    [[nodiscard]] Date today() const { return floors_.today; }
    // Processes in force: active, neither draft nor retired; in the order of files.
    [[nodiscard]] std::span<const ProcessFacts> processes() const { return floors_.participation.processes(); }
    // Null for anything else than a process in force.
    [[nodiscard]] const ProcessFacts* process(RecordId process) const;

    // The disciplines that a record serves.
    [[nodiscard]] DisciplineSet disciplines(RecordId record) const { return floors_.disciplines[record]; }
    [[nodiscard]] const Disciplines& disciplines() const { return floors_.disciplines; }

    // The concerns of a process in a discipline, directly linked ones first, each record once. Computed when asked;
    // looks at no more than about kMostReached things that the process needs.
    [[nodiscard]] std::vector<Concern> concerns(RecordId process, Discipline discipline) const;
    [[nodiscard]] std::vector<Concern> concerns(RecordId process) const;
    [[nodiscard]] const Concerns& concerns() const { return floors_.concerns; }
    // Which processes are made of others.
    [[nodiscard]] const Parts& parts() const { return floors_.parts; }
    [[nodiscard]] const SharedWithParts& shared_with_parts() const { return floors_.shared_with_parts; }

    // What a process, asset, supplier or site needs, to any depth, without itself, nearest first.
    [[nodiscard]] std::vector<RecordId> needs(RecordId record) const { return floors_.needs.all(record); }
    [[nodiscard]] const NeedGraph& needs() const { return floors_.needs; }
    // Processes in force that need a supplier, in the order of records; those nearest to it where they are more than
    // kMostReached. Computed when asked.
    [[nodiscard]] std::vector<RecordId> processes_needing(RecordId supplier) const;
    // The disciplines of which one of them, however far away, carries a concern, and those that reach it without them.
    [[nodiscard]] DisciplineSet concerned_by(RecordId supplier) const {
        return floors_.concerns.concerned_by(supplier);
    }
    // The same of an asset, site or supplier as people read it: only through what is in force, nearest first.
    [[nodiscard]] std::vector<RecordId> processes_using(RecordId thing) const;
    // What processes give each other.
    [[nodiscard]] const Flows& flows() const { return floors_.flows; }

    // Processes that a role takes part in.
    [[nodiscard]] std::span<const RecordId> processes_of(RecordId role) const {
        return floors_.participation.processes_of(role);
    }
    [[nodiscard]] Answer answer(RecordId role, RecordId process, Discipline discipline) const;
    [[nodiscard]] const Participation& participation() const { return floors_.participation; }
    [[nodiscard]] const Responsibilities& responsibilities() const { return floors_.responsibilities; }

    [[nodiscard]] const RiskFacts& risk(RecordId risk) const { return floors_.risks[risk]; }
    // Under which conditions the hazards, or the aspects, of a process and of its sites are looked at.
    [[nodiscard]] Considered considered(const RecordView& process, RiskType type) const {
        return floors_.risks.considered(process, type);
    }
    [[nodiscard]] const Considered& considered_at(const RecordView& site, RiskType type) const {
        return floors_.risks.considered_at(site, type);
    }

    [[nodiscard]] const Recovery& recovery() const { return floors_.recovery; }
    // How a process stands with each of its needs.
    [[nodiscard]] std::vector<Dependency> dependencies(RecordId process) const;

    // Who holds the roles, what they are able to do, and who is accountable.
    [[nodiscard]] const People& people() const { return floors_.people; }

    // How the clauses of every catalogue that was read are met.
    [[nodiscard]] const ClauseFacts& clauses() const { return floors_.clauses; }

    // Of each process in force, in the order of processes(): in which disciplines it was audited, or will be.
    [[nodiscard]] std::vector<AuditCoverage> audit_coverage() const;

    // When a record's review is due: `review.next`, or else last + every (its own, or that of ims.yaml).
    [[nodiscard]] std::optional<Date> review_due(const RecordView& record) const;

    // Locations of documents at which nothing is; filled by the engine, which may look.
    [[nodiscard]] const MissingFiles& missing_files() const { return floors_.missing_files; }
    // Which records changed since their last review; gathered by the engine, which may ask git.
    [[nodiscard]] const ChangesSinceReview& changes_since_review() const { return floors_.changes_since_review; }

private:
    Floors floors_;
};

// On `today`. `missing_files`, `changes_since_review`: see Facts. The facts point to the graph, which stays where it
// is.
Facts assess(const Graph& graph, Date today, const Jobs& jobs, MissingFiles missing_files = {},
             ChangesSinceReview changes_since_review = {});

}  // namespace ims
