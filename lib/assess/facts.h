// What rules and reports both need to know, computed once: who takes part and answers for what, what a process needs,
// which concerns it carries, how high risks stand. Read-only once made.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "assess/flows.h"
#include "assess/people.h"
#include "assess/recovery.h"
#include "assess/review_history.h"
#include "assess/risk.h"
#include "link/graph.h"

namespace ims {

class ClauseFacts;

// A concern of a process: an active risk of any type, an obligation that applies, or an objective, with a discipline.
struct Concern {
    RecordId record;
    RecordId via;  // the part, asset, site or supplier that it is linked to; none where it names the process itself
};

// How a role takes part in a process; not as consulted, informed or deputy.
enum class Part : std::uint8_t { owner = 1, responsible = 2, accountable = 4, link = 8, responsibility = 16 };

// How a role answers for a discipline in a process.
enum class Answer : std::uint8_t {
    none,
    generic,   // only by a responsibility of an included role, or by one that names neither a process nor what it is
               // about
    specific,  // by a responsibility of its own, by owning a concern or its control, or in the team of a plan
};

struct Participant {
    RecordId role;
    std::uint8_t parts = 0;  // a set of Part
    DisciplineSet specific;  // what it answers for in this process, specifically
    DisciplineSet generic;   // … or only in general; the two do not overlap
    [[nodiscard]] bool as(Part part) const { return (parts & static_cast<std::uint8_t>(part)) != 0; }
    [[nodiscard]] DisciplineSet answers_for() const { return specific | generic; }
};

// An entry of a role's responsibilities, or of those of a role that it includes.
struct Responsibility {
    FieldView entry;
    RecordId stated_by;         // the role that writes it
    DisciplineSet disciplines;  // as written, or those of what it is about
    std::vector<RecordId> processes;
    bool specific = false;  // names a process, or what it is about
    bool answers = false;   // responsible or accountable, not consulted or informed
};

struct ProcessFacts {
    RecordId process;
    DisciplineSet concerned;                // disciplines of which it carries at least one concern
    DisciplineSet answered;                 // those that somebody who takes part answers for
    DisciplineSet not_applicable;           // excluded with a reason
    DisciplineSet must_address;             // those in force whose `processes` cover its type
    std::vector<Participant> participants;  // in the order of records
    [[nodiscard]] const Participant* participant(RecordId role) const;
};

class Facts {
public:
    [[nodiscard]] Date today() const { return today_; }
    // Processes in force: active, neither draft nor retired; in the order of files.
    [[nodiscard]] std::span<const ProcessFacts> processes() const { return processes_; }
    // Null for anything else than a process in force.
    [[nodiscard]] const ProcessFacts* process(RecordId process) const;

    // The disciplines that a record serves: those it names; of a control without any, those of its risks and
    // obligations.
    [[nodiscard]] DisciplineSet disciplines(RecordId record) const { return disciplines_[record.index()]; }
    // The concerns of a process in a discipline, directly linked ones first, each record once. Computed when asked;
    // looks at no more than `kMostNeeds` things that the process needs.
    [[nodiscard]] std::vector<Concern> concerns(RecordId process, Discipline discipline) const;
    [[nodiscard]] std::vector<Concern> concerns(RecordId process) const;
    // Parts of a process (part_of), to any depth, without itself.
    [[nodiscard]] std::vector<RecordId> parts(RecordId process) const;
    // What a process, asset, supplier or site needs, to any depth, without itself, nearest first; at most kMostNeeds.
    [[nodiscard]] std::vector<RecordId> needs(RecordId record) const;
    // What it needs directly.
    [[nodiscard]] std::span<const RecordId> direct_needs(RecordId record) const;
    static constexpr std::size_t kMostNeeds = 1000;

    // Processes that a role takes part in.
    [[nodiscard]] std::span<const RecordId> processes_of(RecordId role) const;
    [[nodiscard]] Answer answer(RecordId role, RecordId process, Discipline discipline) const;
    // Its own responsibilities first, then those of the roles it includes, to any depth.
    [[nodiscard]] std::span<const Responsibility> responsibilities(RecordId role) const;

    // Processes in force that need a supplier, in the order of records; those nearest to it where they are more than
    // kMostNeeds. Computed when asked.
    [[nodiscard]] std::vector<RecordId> processes_needing(RecordId supplier) const;
    // The disciplines of which one of them, however far away, carries a concern.
    [[nodiscard]] DisciplineSet concerned_by(RecordId supplier) const;

    [[nodiscard]] const RiskFacts& risk(RecordId risk) const;
    [[nodiscard]] const Recovery& recovery() const { return recovery_; }
    // Under which conditions the hazards, or the aspects, of a process and of its sites are looked at.
    [[nodiscard]] Considered considered(const RecordView& process, RiskType type) const;
    [[nodiscard]] const Considered& considered_at(const RecordView& site, RiskType type) const;
    // What processes give each other.
    [[nodiscard]] const Flows& flows() const { return flows_; }

    // Who holds the roles, what they are able to do, and who is accountable.
    [[nodiscard]] const People& people() const { return people_; }

    // How the clauses of every catalogue that was read are met: assess/clauses.h.
    [[nodiscard]] const ClauseFacts& clauses() const { return *clauses_; }

    // When a record's review is due: `review.next`, or else last + every (its own, or that of ims.yaml).
    [[nodiscard]] std::optional<Date> review_due(const RecordView& record) const;

    // Locations of documents that name a file which is not there; filled by the engine, which may look.
    [[nodiscard]] const std::set<std::string>& missing_files() const { return missing_files_; }
    // Which records changed since their last review; gathered by the engine, which may ask git.
    [[nodiscard]] const ReviewHistory& review_history() const { return review_history_; }

private:
    friend class Assessor;
    [[nodiscard]] Considered own_considered(const RecordView& process_or_site, RiskType type) const;
    [[nodiscard]] std::vector<RecordId> needs_with_concerns(RecordId record) const;

    const Graph* graph_ = nullptr;
    Date today_;
    std::vector<ProcessFacts> processes_;
    std::vector<std::uint32_t> process_index_;  // by record; kNone where it is no process in force
    std::vector<DisciplineSet> disciplines_;    // by record
    std::vector<std::uint32_t> need_starts_;
    std::vector<RecordId> needs_;
    std::vector<std::uint32_t> user_starts_;  // the same seen from what is needed
    std::vector<RecordId> users_;
    std::vector<bool> leads_to_concern_;  // by record: an asset, site or supplier with a concern, or it needs one
    std::vector<std::vector<Responsibility>> responsibilities_;  // by place among roles
    std::vector<std::vector<RecordId>> processes_of_;            // by place among roles
    std::vector<DisciplineSet> concerned_by_;                    // by place among suppliers
    std::vector<RiskFacts> risks_;                               // by place among risks
    std::vector<std::array<Considered, 2>> considered_at_;       // by place among sites: hazards, aspects
    std::vector<std::uint32_t> place_;                           // by record: its place among the records of its kind
    Flows flows_;
    People people_;
    Recovery recovery_;
    std::shared_ptr<const ClauseFacts> clauses_;
    std::set<std::string> missing_files_;
    ReviewHistory review_history_;
};

// `missing_files`, `review_history`: see Facts.
Facts assess(const Graph& graph, Date today, std::size_t jobs, std::set<std::string> missing_files = {},
             ReviewHistory review_history = {});

}  // namespace ims
