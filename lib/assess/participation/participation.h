// Who takes part in which process, and answers there for which discipline.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "assess/concerns/concerns.h"
#include "assess/disciplines/disciplines.h"
#include "assess/needs/need_graph.h"
#include "assess/needs/parts.h"
#include "assess/participation/responsibilities.h"
#include "assess/records/record_index.h"
#include "base/parallel.h"
#include "link/graph.h"

namespace ims {

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

// A process in force with its concerns and those who take part in it.
struct ProcessFacts : ProcessConcerns {
    DisciplineSet answered;                 // those that somebody who takes part answers for
    std::vector<Participant> participants;  // in the order of records; empty: nobody takes part
    // Null where the role takes no part.
    [[nodiscard]] const Participant* participant(RecordId role) const;
};

class Participation {
public:
    Participation() = default;  // of no processes
    // `processes`: in the order of Concerns::processes(); `places`: see RecordIndex::by_kind.
    Participation(const Graph& graph, RecordIndex places, std::vector<ProcessFacts> processes);

    // All in force, in the order of Concerns::processes().
    [[nodiscard]] std::span<const ProcessFacts> processes() const { return processes_; }
    // Processes that a role takes part in, in the order of records.
    [[nodiscard]] std::span<const RecordId> processes_of(RecordId role) const { return processes_of_[places_[role]]; }

private:
    RecordIndex places_;
    std::vector<ProcessFacts> processes_;
    std::vector<std::vector<RecordId>> processes_of_;  // by place among roles
};

Participation find_participation(const Graph& graph, const Disciplines& disciplines, const NeedGraph& needs,
                                 const Parts& parts, const Concerns& concerns, const Responsibilities& responsibilities,
                                 const RecordIndex& places, const Jobs& jobs);

}  // namespace ims
