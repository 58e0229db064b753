// What roles say that they are responsible for.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "assess/disciplines/disciplines.h"
#include "assess/records/closure.h"
#include "assess/records/record_index.h"
#include "assess/records/record_table.h"
#include "base/parallel.h"
#include "link/graph.h"

namespace ims {

// An entry of a role's responsibilities.
struct Responsibility {
    FieldView entry;
    RecordId stated_by;         // the role that writes it
    DisciplineSet disciplines;  // as written, or those of what it is about
    std::vector<RecordId> processes;
    bool specific = false;  // names a process, or what it is about
    bool answers = false;   // responsible or accountable, not consulted or informed
};

// For what a role answers by what it says, and by what it takes over from roles that it includes.
struct AnswersFor {
    DisciplineSet specific;    // by an entry of its own that names a process, or what it is about
    DisciplineSet general;     // by another one of its own
    DisciplineSet taken_over;  // by one of an included role; may be among the others too
    [[nodiscard]] DisciplineSet own() const { return specific | general; }
    [[nodiscard]] DisciplineSet all() const { return own() | taken_over; }
};

class Responsibilities {
public:
    Responsibilities() = default;  // no role has any
    // `by_place`: those that each role states itself, in the order of records; `included`: see find_included; `places`:
    // see RecordIndex::by_kind.
    Responsibilities(const Graph& graph, RecordIndex places, const Closure& included,
                     std::vector<std::vector<Responsibility>> by_place);
    Responsibilities(Responsibilities&&) = default;
    Responsibilities& operator=(Responsibilities&&) = default;

    // Those that it states itself, in the order of its entries; none of a retired role.
    [[nodiscard]] std::span<const Responsibility> own(RecordId role) const { return by_place_[places_[role]]; }
    // Its own first, then those of the roles it includes, to any depth. Gathered when asked: of many roles that include
    // each other each has all of them.
    [[nodiscard]] std::vector<std::reference_wrapper<const Responsibility>> all(RecordId role) const;
    // Whether it has any, its own or of a role that it includes.
    [[nodiscard]] bool any(RecordId role) const { return stated_[role].found; }

    // Those that name a process, each once, whatever its level; in the order of roles and then of entries.
    [[nodiscard]] std::span<const Responsibility* const> naming(RecordId process) const;
    // In a process, were the role to take part in it: by entries that name it, and by those that name none.
    [[nodiscard]] AnswersFor answers(RecordId role, RecordId process) const;

private:
    void name_processes();
    void join_included(const Closure& included);
    [[nodiscard]] std::span<const Responsibility* const> naming(RecordId process, RecordId role) const;

    const Graph* graph_ = nullptr;
    RecordIndex places_;
    std::vector<std::vector<Responsibility>> by_place_;
    std::vector<std::uint32_t> naming_starts_;  // by place among processes, one more at the end
    std::vector<const Responsibility*> naming_;
    std::vector<AnswersFor> everywhere_;  // by entries that name no process; by place among roles
    RecordTable<Anywhere> stated_;        // by it or a role that it includes: anything
    RecordTable<Anywhere> named_;         // … an answer for a named process
};

Responsibilities find_responsibilities(const Graph& graph, const Disciplines& disciplines, const RecordIndex& places,
                                       const Closure& included, const Jobs& jobs);

}  // namespace ims
